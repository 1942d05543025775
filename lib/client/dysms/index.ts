// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { RcsQueryOperations } from './rcs-query.operations.js';
import type { RcsOperations } from './rcs.operations.js';
import type { CardQueryOperations } from './card-query.operations.js';
import type { CardOperations } from './card.operations.js';
import type { DigitalOperations } from './digital.operations.js';
import type { ShortUrlOperations } from './short-url.operations.js';
import type { QualificationQueryOperations } from './qualification-query.operations.js';
import type { QualificationOperations } from './qualification.operations.js';
import type { ProofOperations } from './proof.operations.js';
import type { SignQueryOperations } from './sign-query.operations.js';
import type { SignOperations } from './sign.operations.js';
import type { TemplateQueryOperations } from './template-query.operations.js';
import type { TemplateOperations } from './template.operations.js';
import type { SendOperations } from './send.operations.js';
import type { OtherOperations } from './other.operations.js';

export type * from './dysms-call.js';
export type * from './rcs-query.operations.js';
export type * from './rcs.operations.js';
export type * from './card-query.operations.js';
export type * from './card.operations.js';
export type * from './digital.operations.js';
export type * from './short-url.operations.js';
export type * from './qualification-query.operations.js';
export type * from './qualification.operations.js';
export type * from './proof.operations.js';
export type * from './sign-query.operations.js';
export type * from './sign.operations.js';
export type * from './template-query.operations.js';
export type * from './template.operations.js';
export type * from './send.operations.js';
export type * from './other.operations.js';

/**
 * Every operation of Aliyun's SMS API under the name that the official client gives it. A request is a plain object,
 * or an object of the SDK's class.
 */
export interface DysmsOperations
  extends
    RcsQueryOperations,
    RcsOperations,
    CardQueryOperations,
    CardOperations,
    DigitalOperations,
    ShortUrlOperations,
    QualificationQueryOperations,
    QualificationOperations,
    ProofOperations,
    SignQueryOperations,
    SignOperations,
    TemplateQueryOperations,
    TemplateOperations,
    SendOperations,
    OtherOperations {}
