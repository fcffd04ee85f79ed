import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * Leads somebody who is not signed in to signing in, and from there back to the page asked for. Goes once: the
 * address changes while the sign-in page is still loading, and must not become the place to come back to.
 */
export function SignInFirst() {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    const { href, pathname } = router.latestLocation;
    if (pathname !== '/sign-in') void navigate({ to: '/sign-in', search: { next: href }, replace: true });
  }, [navigate, router]);
  return null;
}
