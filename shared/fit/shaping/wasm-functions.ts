type WasmFunction = (...args: readonly number[]) => number;

/** Functions of a WASM module by their names. */
export type WasmFunctions<Name extends string> = Readonly<Record<Name, WasmFunction>>;

function isComplete<Name extends string>(
  found: Partial<Record<Name, WasmFunction>>,
  names: readonly Name[],
): found is Record<Name, WasmFunction> {
  return names.every((name) => found[name] !== undefined);
}

function isFunction(value: WebAssembly.ExportValue | undefined): value is WasmFunction {
  return typeof value === "function";
}

/** Takes functions out of a module's exports. Throws where one is missing: the module is another one. */
export function wasmFunctions<Name extends string>(
  exports: Readonly<Record<string, WebAssembly.ExportValue>>,
  names: readonly Name[],
): WasmFunctions<Name> {
  const found: Partial<Record<Name, WasmFunction>> = {};
  for (const name of names) {
    const value = exports[name];
    if (isFunction(value)) found[name] = value;
  }
  if (!isComplete(found, names)) {
    throw new Error(`the module lacks ${names.filter((name) => !found[name]).join(", ")}`);
  }
  return found;
}
