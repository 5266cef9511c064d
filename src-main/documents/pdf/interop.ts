/**
 * pdfmake's inner modules are CommonJS with an `exports.default`. Node hands over the exports object, a bundler may hand
 * over the default itself; this takes either.
 */
export function unwrap<Value>(module: { readonly default: Value }): Value {
  const direct: unknown = module;
  return typeof direct === 'function' ? (direct as Value) : module.default;
}
