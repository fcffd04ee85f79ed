import { Button, Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { variableNames } from '../../contract/canned-variables.ts';
import { useT } from '../data/language.ts';
import classes from './canned.module.css';

interface Props {
  isDisabled: boolean;
  /** Gets the variable as it stands in a text. */
  onChoose: (variable: string) => void;
}

/** The variables by what they mean; one is put where the cursor stands. */
export function VariableMenu({ isDisabled, onChoose }: Props) {
  const t = useT();
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isDisabled}
          leftSection={<IconBraces size={14} aria-hidden />}
        >
          {t('canned.variables')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {variableNames.map(name => (
          <Menu.Item
            key={name}
            rightSection={<code className={classes.code}>{name}</code>}
            onClick={() =>
              onChoose(
                // A greeting needs something to say to who gave no name.
                name === 'customer.first_name' ? `{{${name}|${t('canned.stand-in')}}}` : `{{${name}}}`,
              )
            }
          >
            {t(`canned.variable.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
