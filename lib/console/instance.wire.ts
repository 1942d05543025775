import type { SmsTypeInfo } from '../schema/config-form.wire.js';

/** Where the sends of an instance go. */
export type Destination =
  /** `inbox` is the address of the emulator's page, without a slash at its end. */
  | { kind: 'emulator'; inbox: string }
  /** `host` is the placeholder itself where a file names a variable of the environment. */
  | { kind: 'aliyun' | 'other'; host: string };

/** An instance. A change of it sends `version` back in `If-Match`. */
export interface InstanceAnswer {
  name: string;
  title: string;
  type: string;
  /** Made in code, from an element folder, at run time, or by the `resolve` of `forRoot`. */
  origin: 'code' | 'folder' | 'runtime' | 'resolver';
  /** Of its files. Null for an instance that is not made from files. */
  version: string | null;
  sign: string | null;
  /** The access key, masked, or the variable that it comes from. */
  key: string | null;
  editable: boolean;
  /** Whether the API can list its templates and signatures and find its messages. */
  isAliyun: boolean;
  /** Whether the API can check its health. */
  hasHealth: boolean;
  /** Null where the type does not say it, such as a failover: its instances have destinations of their own. */
  destination: Destination | null;
  /** The values of its form, without secrets. */
  config: Record<string, unknown>;
  /** Names of the secrets that have a value. */
  secrets: string[];
}

/** `GET state`. */
export interface StateAnswer {
  readOnly: boolean;
  canCreate: boolean;
  /** The folder of the elements. */
  directory: string | null;
  types: readonly SmsTypeInfo[];
  instances: readonly InstanceAnswer[];
}

/** `POST instances`, answered with `InstanceAnswer`. */
export interface CreateInstance {
  name: string;
  title?: string;
  type: string;
  config: Record<string, unknown>;
}

/** `DELETE instances/:name`. */
export type RemovedAnswer = Record<string, never>;
