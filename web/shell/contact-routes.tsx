import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { anySearch, workspaceRoute } from './root-routes.tsx';

const getParentRoute = () => workspaceRoute;
const ContactPage = lazyRouteComponent(() => import('../contacts/contact-page.tsx'), 'ContactPage');

const contactRoute = createRoute({
  getParentRoute,
  path: 'contacts/$contactId',
  component: function ContactRoute() {
    const { contactId } = contactRoute.useParams();
    return <ContactPage key={contactId} id={contactId} />;
  },
});

/** The list of contacts, and one of them. */
export const contactRoutes = [
  createRoute({
    getParentRoute,
    path: 'contacts',
    validateSearch: anySearch,
    component: lazyRouteComponent(() => import('../contacts/contacts-page.tsx'), 'ContactsPage'),
  }),
  contactRoute,
] as const;
