// The parts of class-validator that this package needs, file by file: the package has no `exports`, and its
// index reads a hundred further files and the phone numbers of all countries, 40 ms of every start.
// `class-validator-parts.d.ts` says of what types they are.
export { IsOptional } from 'class-validator/cjs/decorator/common/IsOptional.js';
export { ValidateBy } from 'class-validator/cjs/decorator/common/ValidateBy.js';
export { getMetadataStorage } from 'class-validator/cjs/metadata/MetadataStorage.js';
export { Validator } from 'class-validator/cjs/validation/Validator.js';
