import type { Config as OpenApiConfig } from '@alicloud/openapi-client';

// Under ESM the class is `.default` of the default import, under CommonJS the default import itself.
type Interop<T> = T extends { default: infer Inner } ? Inner : T;

/** The class that `@alicloud/dysmsapi20170525` exports by default. */
export type DysmsConstructor = Interop<(typeof import('@alicloud/dysmsapi20170525'))['default']>;
export type Dysms = InstanceType<DysmsConstructor>;

export interface AliyunSdk {
  Dysms: DysmsConstructor;
  Config: typeof OpenApiConfig;
}

/**
 * Loads Aliyun's SDK, 400 CommonJS files, when it is first needed: `sendMessage` never does.
 * The default export sits one level deeper under Node's ESM loader than under a transpiled require.
 */
export async function loadSdk(): Promise<AliyunSdk> {
  const [dysms, openapi] = await Promise.all([
    import('@alicloud/dysmsapi20170525'),
    import('@alicloud/openapi-client'),
  ]);
  const root = dysms.default as unknown as DysmsConstructor & { default?: DysmsConstructor };
  return { Dysms: root.default ?? root, Config: openapi.Config };
}
