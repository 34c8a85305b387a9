interface ScriptPolicy {
  readonly createScriptURL: (address: string) => string;
}

let policy: ScriptPolicy | null = null;

/** Lets an address through that the page itself was served from; the build gives the workers' files no other. */
function ofThisPage(address: string): string {
  if (new URL(address, document.baseURI).origin === location.origin) return address;
  throw new TypeError("A worker must come with the page.");
}

/**
 * Starts a worker of the bundle from the address that the build gives it (`?worker&url`). All
 * workers come through one Trusted Types policy, `stet-worker`: the page may make it only once.
 */
export function startOwnWorker(address: string): Worker {
  const rules: ScriptPolicy = { createScriptURL: ofThisPage };
  policy ??= window.trustedTypes?.createPolicy("stet-worker", rules) ?? rules;
  return new Worker(policy.createScriptURL(address), { type: "module" });
}
