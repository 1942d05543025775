/**
 * The phone numbers of the world, which take 40 ms to load, for the first number that is not of the
 * Chinese mainland. CommonJS in both builds, since only `require` gives at once what is needed at
 * once.
 */
export function phoneLibrary() {
  return require('libphonenumber-js/min');
}
