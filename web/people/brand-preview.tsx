import { colour } from '../../contract/fields.ts';
import { useT } from '../data/language.ts';
import { WorkspaceMark } from '../shell/workspace-mark.tsx';
import { rampOf } from '../ui/brand-colours.ts';
import classes from './brand-preview.module.css';

/** How name and colour will look, before they are saved. A picture, not a control. */
export function BrandPreview({ name, brandColour }: { name: string; brandColour: string }) {
  const t = useT();
  if (!colour.safeParse(brandColour).success) return null;
  const ramp = rampOf(brandColour);
  const shown = name.trim() || t('setup.workspace.example');
  return (
    <div className={classes.preview} role="img" aria-label={t('setup.preview')}>
      <div className={classes.rail}>
        <span className={classes.name}>
          <WorkspaceMark name={shown} brandColour={brandColour} size={24} />
          <span>{shown}</span>
        </span>
        <span className={classes.active} style={{ background: ramp[1], color: ramp[9] }}>
          {t('shell.view.inbox')} <span>4</span>
        </span>
        <span className={classes.line}>{t('shell.view.mine')}</span>
      </div>
      <div className={classes.page}>
        <span className={classes.button} style={{ background: ramp[6] }}>
          {t('shell.new-ticket')}
        </span>
        <span className={classes.link} style={{ color: ramp[6] }}>
          {t('setup.preview.link')}
        </span>
      </div>
    </div>
  );
}
