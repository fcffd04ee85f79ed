import { IconCheck } from '@tabler/icons-react';
import { useT } from '../data/language.ts';
import classes from './setup-steps.module.css';

/** How far the first run is: three words, the current one marked. */
export function SetupSteps({ current }: { current: number }) {
  const t = useT();
  return (
    <ol className={classes.steps} aria-label={t('setup.steps')}>
      {[0, 1, 2].map(step => (
        <li
          key={step}
          className={classes.step}
          data-state={step < current ? 'done' : step === current ? 'current' : 'ahead'}
          aria-current={step === current ? 'step' : undefined}
        >
          <span className={classes.mark} aria-hidden>
            {step < current ? <IconCheck size={14} stroke={2.5} /> : step + 1}
          </span>
          {t(`setup.step.${step}.name`)}
        </li>
      ))}
    </ol>
  );
}
