import { ipcRenderer } from "electron";

/**
 * The whole bridge between the page and the desktop. When the page says that it listens, it is
 * handed the port of the contract, and another one whenever the newsroom was started again; ids
 * of commands chosen from the menu are passed on. The language that the page speaks is passed to the menu. The page gets no object, no function and no
 * channel of Electron's.
 */
const OWN_PAGE = "app://stet";

/** All of the page that this file touches: main is compiled without the DOM's types. */
declare const window: {
  addEventListener(type: "message", listener: (event: { data: unknown; source: unknown }) => void): void;
  postMessage(message: unknown, targetOrigin: string, transfer?: readonly unknown[]): void;
};

function spokenLanguage(message: unknown): string | null {
  if (typeof message !== "object" || message === null || !("type" in message) || !("language" in message))
    return null;
  return message.type === "stet:language" && typeof message.language === "string" ? message.language : null;
}

window.addEventListener("message", (event) => {
  if (event.source !== window) return;
  if (event.data === "stet:ready") ipcRenderer.send("stet:ready");
  const language = spokenLanguage(event.data);
  if (language !== null) ipcRenderer.send("stet:language", language);
});

ipcRenderer.on("stet:port", (event) => {
  window.postMessage("stet:port", OWN_PAGE, event.ports);
});

ipcRenderer.on("stet:command", (_event, id: unknown) => {
  if (typeof id === "string") window.postMessage({ type: "stet:command", id }, OWN_PAGE);
});
