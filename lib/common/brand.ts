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
      return typeof value === 'object' && value !== null && symbol in value;
    },
  });
}
