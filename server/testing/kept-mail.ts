// Mails as their recipients would get them: without a mail server they are kept, and the operator can read their source.
import PostalMime from 'postal-mime';
import type { Browser } from './browser.ts';
import type { TestDesk } from './desk.ts';
import { drain } from './drain.ts';

/** Makes an agent the operator of the installation, who may read kept mails. To be called before they sign in. */
export async function becomeOperator(desk: TestDesk, email: string): Promise<void> {
  await desk.database.outside(tx =>
    tx.updateTable('identities').set({ is_operator: true }).where('email', '=', email).execute(),
  );
}

/** Runs the queue and reads one mail by its delivery. `operator` is a browser of becomeOperator(). */
export async function keptMail(desk: TestDesk, operator: Browser, slug: string, deliveryId: string) {
  await drain(desk);
  const answer = await operator.send('GET', `/dev/mail/${deliveryId}/source?workspace=${slug}`);
  if (answer.status !== 200) throw new Error(`the mail cannot be read: ${answer.status}`);
  const mail = await PostalMime.parse(String(answer.body));
  const text = mail.text ?? '';
  return {
    subject: mail.subject ?? '',
    text,
    html: mail.html ?? '',
    source: `${answer.body}${text}${mail.html}`,
  };
}
