import type { Provider } from '@nestjs/common';
import { SMS_ROOT_TYPES } from '../common/sms.tokens.js';
import { SmsContext } from '../sms/sms-context.js';
import type { SmsClass } from './sms-class.js';
import { checkTypes } from './sms-types.js';
import { CONTEXT_PLACEHOLDER, dependenciesOf, type TypeDependencies } from './type-dependencies.js';

/** A type, and what Nest has found for its constructor. */
export interface ResolvedType {
  type: SmsClass;
  dependencies: TypeDependencies;
}

/** The types that `forRoot` adds, with their dependencies, under one token. */
export function createTypeProviders(types: readonly SmsClass[]): Provider[] {
  const tokens = types.map((_, i) => `${SMS_ROOT_TYPES}.${i}`);
  return [
    { provide: SmsContext, useValue: CONTEXT_PLACEHOLDER },
    ...types.map((type, i) => ({ provide: tokens[i]!, useClass: dependenciesOf(type) })),
    {
      provide: SMS_ROOT_TYPES,
      inject: tokens,
      useFactory: (...dependencies: TypeDependencies[]): ResolvedType[] => {
        checkTypes(types);
        return types.map((type, i) => ({ type, dependencies: dependencies[i]! }));
      },
    },
  ];
}
