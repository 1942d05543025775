import { brand } from './brand.js';
import { errorCode, errorKind } from './error-facts.js';

/** A package that this one needs cannot be loaded: it is not installed, not bundled, or of another version. */
export class ModuleNotLoadedError extends Error {
  static {
    brand(this, 'ModuleNotLoadedError');
  }

  override readonly name = 'ModuleNotLoadedError';
  /** Such as `ERR_MODULE_NOT_FOUND`, or the kind of the error underneath. */
  readonly code: string;

  constructor(module: string, thrown: unknown) {
    const code = errorCode(thrown) ?? errorKind(thrown);
    super(moduleNotLoaded(module, code));
    this.code = code;
  }
}

/** Says what to do about a package that cannot be loaded. */
export function moduleNotLoaded(module: string, code: string): string {
  return (
    `The package ${module} could not be loaded (${code}): install the dependencies again, and where the ` +
    `application is bundled name ${module} among the externals and ship its node_modules`
  );
}

/** Waits for a package. @throws ModuleNotLoadedError where it cannot be loaded */
export async function loaded<T>(module: string, loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (thrown) {
    throw thrown instanceof ModuleNotLoadedError
      ? thrown
      : new ModuleNotLoadedError(module, thrown);
  }
}
