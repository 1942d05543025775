/**
 * class-transformer, for a configuration with objects in it. CommonJS in both builds, since only
 * `require` gives at once what is needed at once.
 */
export function transformerLibrary() {
  return require('class-transformer');
}
