/**
 * Makes `instanceof` of a class go by a text instead of by the class itself. So it is true across the copies of
 * the package that one process may load (ES module, CommonJS, bundles), and it does not depend on the name of
 * the class, which minifiers change: two classes may both be called `o`.
 *
 * Classes that extend a branded one keep the usual `instanceof`, unless they are branded themselves.
 */
export function brand(target: Function & { prototype: object }, name: string): void {
  const symbol = Symbol.for(`nestjs-aliyun-sms.${name}`);
  Object.defineProperty(target.prototype, symbol, { value: true });
  Object.defineProperty(target, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      if (this !== target) return Function.prototype[Symbol.hasInstance].call(this, value);
      return isMarked(value, symbol);
    },
  });
}

function isMarked(value: unknown, symbol: symbol): boolean {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return (value as Record<symbol, unknown>)[symbol] === true;
  } catch {
    // A thrown value may be anything, a revoked proxy too.
    return false;
  }
}
