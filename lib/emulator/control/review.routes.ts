import { RestError } from '../errors.js';
import type { ReviewState } from '../model/review.wire.js';
import type { SignSeed } from '../model/sign.js';
import type { TemplateSeed } from '../model/template.js';
import { reviewSign, reviewTemplate } from './actions.js';
import type { EmulatorContext } from './emulator.context.js';
import type { SignList, TemplateList } from './responses.wire.js';
import { COUNT, listOf, objectOf, ref, type RestRoute } from './rest-route.js';

interface Review {
  state: ReviewState;
  reason?: string;
}

const NO_TEMPLATE = { 404: 'There is no such template.' };
const NO_SIGN = { 404: 'There is no such signature.' };

export const REVIEW_ROUTES: readonly RestRoute[] = [
  {
    method: 'GET',
    path: '/templates',
    id: 'listTemplates',
    summary: 'The templates, newest first',
    response: objectOf({ total: COUNT, templates: listOf(ref('Template')) }),
    handle: ({ context }): TemplateList => {
      const templates = context.templates.list();
      return { total: templates.length, templates };
    },
  },
  {
    method: 'POST',
    path: '/templates',
    id: 'putTemplate',
    summary: 'Adds a template, approved unless it says otherwise, or replaces the one of its code',
    body: ref('TemplateInput'),
    response: ref('Template'),
    handle: ({ body, context }) => context.templates.put(body as TemplateSeed),
  },
  {
    method: 'DELETE',
    path: '/templates/{templateCode}',
    id: 'deleteTemplate',
    summary: 'Deletes a template',
    response: ref('Template'),
    refusals: NO_TEMPLATE,
    handle: ({ path, context }) => {
      const template = findTemplate(context, path['templateCode']!);
      context.templates.delete(template.templateCode);
      return template;
    },
  },
  {
    method: 'POST',
    path: '/templates/{templateCode}/review',
    id: 'reviewTemplate',
    summary: 'Decides on a template, and pushes the result (TemplateSmsReport)',
    body: ref('Review'),
    response: ref('Template'),
    refusals: NO_TEMPLATE,
    handle: ({ path, body, context }) => {
      const { state, reason } = body as Review;
      return reviewTemplate(context, findTemplate(context, path['templateCode']!), state, reason);
    },
  },
  {
    method: 'GET',
    path: '/signs',
    id: 'listSigns',
    summary: 'The signatures, newest first',
    response: objectOf({ total: COUNT, signs: listOf(ref('Sign')) }),
    handle: ({ context }): SignList => {
      const signs = context.signs.list();
      return { total: signs.length, signs };
    },
  },
  {
    method: 'POST',
    path: '/signs',
    id: 'putSign',
    summary: 'Adds a signature, approved unless it says otherwise, or replaces the one of its name',
    body: ref('SignInput'),
    response: ref('Sign'),
    handle: ({ body, context }) => context.signs.put(body as SignSeed),
  },
  {
    method: 'DELETE',
    path: '/signs/{signName}',
    id: 'deleteSign',
    summary: 'Deletes a signature',
    response: ref('Sign'),
    refusals: NO_SIGN,
    handle: ({ path, context }) => {
      const sign = findSign(context, path['signName']!);
      context.signs.delete(sign.signName);
      return sign;
    },
  },
  {
    method: 'POST',
    path: '/signs/{signName}/review',
    id: 'reviewSign',
    summary: 'Decides on a signature, and pushes the result (SignSmsReport)',
    body: ref('Review'),
    response: ref('Sign'),
    refusals: NO_SIGN,
    handle: ({ path, body, context }) => {
      const { state, reason } = body as Review;
      return reviewSign(context, findSign(context, path['signName']!), state, reason);
    },
  },
];

function findTemplate({ templates }: EmulatorContext, templateCode: string) {
  const template = templates.get(templateCode);
  if (!template) throw new RestError(404, NO_TEMPLATE[404]);
  return template;
}

function findSign({ signs }: EmulatorContext, signName: string) {
  const sign = signs.get(signName);
  if (!sign) throw new RestError(404, NO_SIGN[404]);
  return sign;
}
