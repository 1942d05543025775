// Libraries that are loaded when they are first used. This file is CommonJS in both builds: only
// `require` loads a module synchronously. Each name is a literal so that bundlers find it.

/** Loaded for the first number outside the Chinese mainland: it takes 40 ms. */
export function requirePhoneLibrary(): typeof import('libphonenumber-js/min') {
  return require('libphonenumber-js/min');
}

/** Loaded for the first configuration that contains objects. */
export function requireClassTransformer(): typeof import('class-transformer') {
  return require('class-transformer');
}

/** Loaded when an SDK of OpenTelemetry is registered: it takes 20 ms. */
export function requireOpenTelemetry(): typeof import('@opentelemetry/api') {
  return require('@opentelemetry/api');
}
