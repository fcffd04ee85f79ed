import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { t } from '../../contract/i18n/texts.ts';
import { LanguageContext } from '../data/language.ts';
import { queryClient } from '../data/query-client.ts';
import { cssVariables, themeOf } from '../ui/theme.ts';
import { useAppearance } from './appearance.ts';
import { FloatingPlace } from './floating-place.tsx';
import { router } from './router.tsx';

/** The whole app: theme, language, cache and routes. */
export function App() {
  const { language, brandColour } = useAppearance();
  const theme = useMemo(
    () => themeOf(brandColour, (key, values) => t(language, key, values)),
    [brandColour, language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageContext value={language}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <Notifications position="top-center" autoClose={5000} limit={3} transitionDuration={160} />
          <RouterProvider router={router} />
          <FloatingPlace />
        </MantineProvider>
      </LanguageContext>
    </QueryClientProvider>
  );
}
