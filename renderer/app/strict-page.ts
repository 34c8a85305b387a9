// The page's policy forbids code made from strings, which zod would try for speed. What zod goes by
// lies on the global object (`globalConfig` in zod 4, core/core.ts), so that it can be said before
// zod itself is fetched, which no start waits for. This must be the first module of the window.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
