import { RestError } from '../errors.js';
import { MAGIC_NUMBERS, MAGIC_RECEIPTS } from '../magic/magic-numbers.js';
import type { FaultRule } from '../model/fault.wire.js';
import type { FaultList, MagicNumberList } from './responses.wire.js';
import { COUNT, listOf, objectOf, ref, type RestRoute } from './rest-route.js';

export const FAULT_ROUTES: readonly RestRoute[] = [
  {
    method: 'GET',
    path: '/faults',
    id: 'listFaults',
    summary: 'The faults in force, in the order in which they are tried',
    response: objectOf({ faults: listOf(ref('Fault')) }),
    handle: ({ context }): FaultList => ({ faults: context.faults.list() }),
  },
  {
    method: 'POST',
    path: '/faults',
    id: 'addFault',
    summary: 'Puts a fault in force for the calls that it matches',
    body: ref('FaultRule'),
    response: ref('Fault'),
    handle: ({ body, context }) => context.faults.add(body as FaultRule),
  },
  {
    method: 'DELETE',
    path: '/faults',
    id: 'clearFaults',
    summary: 'Ends all faults',
    response: objectOf({ deleted: COUNT }),
    handle: ({ context: { faults } }) => {
      const deleted = faults.list().length;
      faults.clear();
      return { deleted };
    },
  },
  {
    method: 'DELETE',
    path: '/faults/{id}',
    id: 'removeFault',
    summary: 'Ends one fault',
    response: objectOf({ deleted: COUNT }),
    refusals: { 404: 'There is no such fault.' },
    handle: ({ path, context }) => {
      if (!context.faults.remove(path['id']!)) throw new RestError(404, 'There is no such fault');
      return { deleted: 1 };
    },
  },
  {
    method: 'GET',
    path: '/magic-numbers',
    id: 'listMagicNumbers',
    summary: 'The numbers to which sending always ends in one way',
    response: objectOf({
      numbers: listOf(ref('MagicNumber')),
      receipts: listOf(ref('MagicReceipt')),
    }),
    handle: (): MagicNumberList => ({ numbers: MAGIC_NUMBERS, receipts: MAGIC_RECEIPTS }),
  },
];
