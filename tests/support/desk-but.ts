import type { Desk } from "#shared/contract/index.ts";

/** The same desk, but for some calls of one service. */
export function deskBut<Name extends keyof Desk>(desk: Desk, name: Name, calls: Partial<Desk[Name]>): Desk {
  const service: Desk[Name] = new Proxy(desk[name], {
    get: (whole, method) => Reflect.get(Object.hasOwn(calls, method) ? calls : whole, method),
  });
  return new Proxy(desk, {
    get: (whole, asked) => (asked === name ? service : Reflect.get(whole, asked)),
  });
}
