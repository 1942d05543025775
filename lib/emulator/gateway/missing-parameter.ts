import { GatewayError } from '../errors.js';

export function missingParameter(name: string): GatewayError {
  return new GatewayError(400, `Missing${name}`, `${name} is mandatory for this action.`);
}
