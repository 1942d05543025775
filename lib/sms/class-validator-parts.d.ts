// Types of the two files of class-validator that the DTO needs. The package has no `exports`, and
// its index reads a hundred further files and the phone numbers of all countries.
declare module 'class-validator/cjs/decorator/common/ValidateBy.js' {
  export { ValidateBy } from 'class-validator';
}

declare module 'class-validator/cjs/decorator/common/IsOptional.js' {
  export { IsOptional } from 'class-validator';
}
