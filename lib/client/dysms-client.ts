import type { ApiAnswer } from './api-call.js';
import type { DysmsTransport } from './aliyun-transport.js';
import type { AliyunSdk, Dysms } from './sdk.js';

type CallApi = Dysms['callApi'];

/**
 * Aliyun's official client with one method replaced: every operation goes through `callApi`, so all
 * its operations, models and endpoint rules stay, while signing and HTTP are ours.
 */
export function createDysmsClient({ Dysms, Config }: AliyunSdk, transport: DysmsTransport): Dysms {
  class DysmsClient extends Dysms {
    override callApi(
      params: Parameters<CallApi>[0],
      request: Parameters<CallApi>[1],
      runtime: Parameters<CallApi>[2],
    ): Promise<ApiAnswer> {
      const extra = runtime.extendsParameters;
      return transport.call({
        action: params.action!,
        query: merged(extra?.queries, request.query) ?? {},
        form: request.body as Record<string, unknown> | undefined,
        headers: merged(extra?.headers, request.headers),
        timeout: runtime.readTimeout || undefined,
      });
    }
  }
  return new DysmsClient(new Config({ endpoint: transport.host }));
}

/** Nearly always there is only one of them, which then need not be copied. */
function merged(
  defaults: Record<string, string> | undefined,
  own: Record<string, string> | undefined,
): Record<string, string> | undefined {
  return defaults && own ? { ...defaults, ...own } : (own ?? defaults);
}
