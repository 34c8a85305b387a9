import { describe, expect, it } from "vitest";
import { linkTarget } from "#renderer/editor/paste/link-target.ts";

describe("A pasted link", () => {
  it.each([
    ["https://www.google.com/url?q=https://example.org/a%3Fb%3D1&sa=D&ust=1", "https://example.org/a?b=1"],
    [
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fvote&data=05%7C01&reserved=0",
      "https://example.org/vote",
    ],
    ["https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F&h=AT0", "https://example.org/"],
    ["https://urldefense.com/v3/__https://example.org/a__;!!abc!def$", "https://example.org/a"],
    [
      "https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fexample.org%2Fx",
      "https://example.org/x",
    ],
  ])("leads where it leads, past whoever redirects it: %s", (pasted, href) => {
    expect(linkTarget(pasted)).toEqual({ href, wasRedirect: true });
  });

  it.each([
    "https://example.org/url?q=https://example.net/",
    "https://www.google.com/search?q=https://example.org",
    "mailto:desk@example.org",
  ])("is left alone where nothing redirects it: %s", (href) => {
    expect(linkTarget(href)).toEqual({ href, wasRedirect: false });
  });

  it.each(["javascript:alert(1)", "file:///C:/copy.doc", "/news/1", "data:text/html,x", "https://"])(
    "is no link of a story: %s",
    (href) => {
      expect(linkTarget(href)).toBeNull();
    },
  );

  it("stays at the redirect where that leads to something that a story must not carry", () => {
    const href = "https://www.google.com/url?q=javascript:alert(1)";
    expect(linkTarget(href)).toEqual({ href, wasRedirect: false });
  });
});
