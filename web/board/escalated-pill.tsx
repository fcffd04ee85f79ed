import { VisuallyHidden } from '@mantine/core';
import { IconFlame } from '@tabler/icons-react';
import { useAgent } from '../data/desk.ts';
import { useT } from '../data/language.ts';
import chip from '../ui/chip.module.css';

/** Says that a ticket is escalated, to whom on hover or, with `withName`, in words; nothing where it is not (D-02). */
export function EscalatedPill({
  level,
  agentId,
  withName = false,
}: {
  level: number;
  agentId: string | null;
  withName?: boolean;
}) {
  const t = useT();
  const agent = useAgent(agentId);
  if (level === 0) return null;
  const whole = agent ? t('board.escalated-to', { name: agent.name }) : t('board.escalated');
  return (
    <span className={`${chip.chip} ${chip.red}`} title={`${whole} · ${t('board.level', { level })}`}>
      <IconFlame size={14} stroke={2} aria-hidden />
      {withName ? <span className={chip.label}>{whole}</span> : <VisuallyHidden>{whole}</VisuallyHidden>}
    </span>
  );
}
