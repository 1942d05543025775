import type { ActiveFault, FaultEffect } from '../../../lib/emulator/model/fault.wire.ts';
import { Button } from '../../shared/button.tsx';
import { problemText } from '../../shared/problem.tsx';
import { problemOf } from '../../shared/request.ts';
import { showToast } from '../../shared/toast.tsx';
import { api } from '../api.ts';
import { texts } from '../texts.ts';
import { FaultFormView } from './fault-form-view.tsx';
import { faults } from './tools.ts';

export function FaultsTab() {
  const t = texts.value;
  const inForce = faults.value.value?.faults ?? [];
  return (
    <>
      <h2>{t.faultNew}</h2>
      <FaultFormView />
      <h2>{t.faultsActive}</h2>
      {inForce.length === 0 ? (
        <p class="hint">{t.noFaults}</p>
      ) : (
        <ul class="rows">
          {inForce.map((fault) => (
            <FaultRow key={fault.id} fault={fault} />
          ))}
        </ul>
      )}
    </>
  );
}

function FaultRow({ fault }: { fault: ActiveFault }) {
  const t = texts.value;
  const { match = {}, applied, count, effect } = fault;
  const share = match.share === undefined ? '' : `${Math.round(match.share * 100)}%`;
  const used = count === undefined ? t.applied(applied) : t.appliedOf(applied, count);
  const remove = async () => {
    try {
      await api.removeFault(fault.id);
    } catch (error) {
      showToast(problemText(problemOf(error)));
    }
  };
  return (
    <li>
      <div class="main">
        <span>{[t.effectTypes[effect.type], ...valuesOf(effect)].join(' ')}</span>
        <p>
          {[match.action, match.phoneNumber, match.templateCode, share, used]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Button small onClick={() => void remove()}>
        {t.remove}
      </Button>
    </li>
  );
}

function valuesOf(effect: FaultEffect): string[] {
  return [
    'status' in effect ? String(effect.status) : '',
    'code' in effect ? effect.code : '',
    'ms' in effect ? `${effect.ms} ms` : '',
  ].filter(Boolean);
}
