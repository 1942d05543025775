import type { Config as OpenApiConfig } from '@alicloud/openapi-client';
import { loaded, ModuleNotLoadedError } from '../common/module-not-loaded.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { AliyunTransport } from './aliyun-transport.js';
import type { ApiResponse } from './api-response.js';
import type { DysmsOperations, DysmsRuntimeOptions } from './dysms/index.js';
import { DYSMS_API } from './dysms-api.js';
import { type SdkModel, toSdkRequest } from './dysms-request.js';

// Under ESM the class is `.default` of the default import, under CommonJS the default import itself.
type Interop<T> = T extends { default: infer Inner } ? Inner : T;

/** The class that `@alicloud/dysmsapi20170525` exports by default. */
type DysmsConstructor = Interop<(typeof import('@alicloud/dysmsapi20170525'))['default']>;
type Dysms = InstanceType<DysmsConstructor>;
type CallApi = Dysms['callApi'];
type Operation = (...args: unknown[]) => Promise<unknown>;

interface AliyunSdk {
  Dysms: DysmsConstructor;
  /** Class of a request by its name, such as `SendSmsRequest`. */
  models: Readonly<Record<string, unknown>>;
  Config: typeof OpenApiConfig;
}

interface LoadedClient {
  client: Dysms;
  sdk: AliyunSdk;
}

/**
 * Returns the operations of the official client. The SDK is loaded when one of them is first called.
 * Nobody notices, because every operation returns a promise.
 */
export function createDysmsOperations(transport: AliyunTransport): DysmsOperations {
  let client: Promise<LoadedClient> | undefined;
  const operations = new Map<string, Operation>();
  const operation = (name: string): Operation => {
    return async (...args) => {
      const { client: sdkClient, sdk } = await (client ??= load(transport));
      const method = (sdkClient as unknown as Record<string, unknown>)[name];
      if (typeof method !== 'function') throw new TypeError(`client.${name} is not an operation`);
      const Request = requestOf(name, sdk);
      const [request, ...others] = args;
      const given = Request ? [toSdkRequest(Request, request), ...others] : args;
      return (method as (...args: unknown[]) => Promise<unknown>).apply(sdkClient, given);
    };
  };
  return new Proxy({} as DysmsOperations, {
    get(_, name) {
      // With `then`, the client would look like a promise wherever it is awaited or injected, and
      // JSON.stringify would call `toJSON`.
      if (typeof name !== 'string' || /^(then|toJSON)$/.test(name)) return undefined;
      if (name in Object.prototype) return undefined;
      const known = operations.get(name);
      if (known) return known;
      const created = operation(name);
      operations.set(name, created);
      return created;
    },
  });
}

async function load(transport: AliyunTransport): Promise<LoadedClient> {
  const sdk = await loadSdk();
  return { sdk, client: createClient(sdk, transport) };
}

/** `sendSms` and `sendSmsWithOptions` take a `SendSmsRequest`. Some operations take no request. */
function requestOf(name: string, { models }: AliyunSdk): SdkModel | undefined {
  const action = name.replace(/WithOptions$/, '');
  const model = `${action.charAt(0).toUpperCase()}${action.slice(1)}Request`;
  return Object.hasOwn(models, model) ? (models[model] as SdkModel) : undefined;
}

/**
 * Loads Aliyun's SDK: 400 CommonJS files, which `sendMessage` never needs. Its default export is one
 * level deeper under Node's ESM loader than under a transpiled require.
 */
async function loadSdk(): Promise<AliyunSdk> {
  const [dysms, openapi] = await Promise.all([
    loaded('@alicloud/dysmsapi20170525', import('@alicloud/dysmsapi20170525')),
    loaded('@alicloud/openapi-client', import('@alicloud/openapi-client')),
  ]).catch((thrown: ModuleNotLoadedError) => {
    throw new SmsRequestException({
      reason: 'internal',
      outcome: 'not-sent',
      detail: thrown.message,
    });
  });
  const root = dysms.default as unknown as DysmsConstructor & { default?: DysmsConstructor };
  return { Dysms: root.default ?? root, models: dysms, Config: openapi.Config };
}

/**
 * Returns Aliyun's official client with one method replaced. Every operation goes through `callApi`,
 * so the operations, their models and the endpoint rules are Aliyun's, and signing and HTTP are ours.
 */
function createClient({ Dysms, Config }: AliyunSdk, transport: AliyunTransport): Dysms {
  class DysmsClient extends Dysms {
    override callApi(
      params: Parameters<CallApi>[0],
      request: Parameters<CallApi>[1],
      runtime: DysmsRuntimeOptions | undefined,
    ): Promise<ApiResponse> {
      const extra = runtime?.extendsParameters;
      return transport.call({
        product: DYSMS_API.product,
        version: params.version!,
        action: params.action!,
        query: merge(extra?.queries, request.query) ?? {},
        form: request.body as Record<string, unknown> | undefined,
        headers: merge(extra?.headers, request.headers),
        timeout: runtime?.readTimeout || undefined,
      });
    }
  }
  return new DysmsClient(new Config({ endpoint: transport.host }));
}

/** Nearly always only one of them is given, and then no copy is needed. */
function merge(
  defaults: Record<string, string> | undefined,
  own: Record<string, string> | undefined,
): Record<string, string> | undefined {
  return defaults && own ? { ...defaults, ...own } : (own ?? defaults);
}
