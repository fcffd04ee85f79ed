import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { ErrorState } from '../ui/error-state.tsx';

/** A page that failed while it was drawn or loaded; the rest of the app stays. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  function retry() {
    reset();
    void router.invalidate();
  }
  return <ErrorState error={error} onRetry={retry} />;
}
