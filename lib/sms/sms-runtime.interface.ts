import type { AliyunTransport } from '../client/aliyun-transport.js';
import type { ClientSettings } from '../client/client-settings.js';
import type { SmsLimits } from '../limits/index.js';
import type { SendPipeline, SendPipelineOptions } from './send-pipeline.js';
import type { SmsHooks } from './sms-hooks.js';

/** Options that every type understands in the same sense, where its configuration has them. */
export interface SendOptions {
  verifySign?: string | undefined;
  timeout?: number | undefined;
  limits?: SmsLimits | undefined;
  logging?: boolean | undefined;
  hooks?: SmsHooks | SmsHooks[] | undefined;
}

/** What a type says of the pipeline of an instance; the stages and hooks are those of its options. */
export interface PipelineSetup extends Omit<
  SendPipelineOptions,
  'hooks' | 'stages' | 'sign' | 'timeout' | 'closing'
> {
  readonly options: SendOptions;
  /** Host of Aliyun's API, for spans and metrics of the sends; absent where there are none. */
  readonly tracedHost?: string | undefined;
}

/** A connection to Aliyun that belongs to an instance until it is released. */
export interface LeasedTransport {
  readonly transport: AliyunTransport;
  /** Lets its calls finish, and closes its sockets where no other instance uses them. */
  readonly release: () => void;
}

/** What the instances of one application share: connections, limits, observers. */
export interface SmsRuntime {
  /** @param isTraced whether calls other than sends get spans of their own */
  connect(settings: ClientSettings, isTraced: boolean): LeasedTransport;
  createPipeline(setup: PipelineSetup): SendPipeline;
}
