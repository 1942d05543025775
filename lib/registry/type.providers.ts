import type { Provider, Type } from '@nestjs/common';
import type { Sms } from '../sms/sms.js';
import { SMS_ROOT_TYPES } from '../common/sms.tokens.js';
import {
  checkTypes,
  CONTEXT_PLACEHOLDER,
  dependenciesOf,
  SmsContext,
  type TypeDependencies,
} from '../schema/index.js';

/** A type, and what Nest has found for its constructor. */
export interface ResolvedType {
  type: Type<Sms>;
  dependencies: TypeDependencies;
}

/** The types that `forRoot` adds, with their dependencies, under one token. */
export function createTypeProviders(types: readonly Type<Sms>[]): Provider[] {
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
