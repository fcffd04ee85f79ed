import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../../testing/browser.ts';
import { useDesk } from '../../../testing/desk.ts';
import { makeWorld, type World } from '../../../testing/world.ts';
import { openMailSender } from './send.ts';
import { answerTicket, firstTry } from './sending.story.ts';

const desk = useDesk();
let world: World;
let lea: Browser;
beforeAll(async () => {
  world = await makeWorld(desk);
  await desk.database.outside(tx =>
    tx
      .updateTable('identities')
      .set({ is_operator: true })
      .where('email', 'in', ['lea@velo.example', 'bob@acme.example'])
      .execute(),
  );
  lea = await openBrowser(desk, 'lea@velo.example');
});
afterAll(() => lea?.close());

async function keptMail() {
  const made = await answerTicket(desk, world.velo, world.lea);
  const sender = openMailSender(desk);
  await sender.send({ workspaceId: world.velo.id, deliveryId: made.deliveryId }, firstTry);
  sender.stop();
  return made;
}

describe('/dev/mail', () => {
  it('says what it is for while there is nothing', async () => {
    const { status, body } = await lea.send('GET', `/dev/mail?workspace=${world.velo.slug}`);
    expect(status).toBe(200);
    expect(body).toContain('Aucun e-mail pour l’instant');
  });

  it('shows a kept mail in a frame that runs nothing, with its text and headers', async () => {
    const { deliveryId, email } = await keptMail();
    const list = await lea.send('GET', `/dev/mail?workspace=${world.velo.slug}`);
    expect(list.body).toContain(email);
    const { status, body, headers } = await lea.send(
      'GET',
      `/dev/mail/${deliveryId}?workspace=${world.velo.slug}`,
    );
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    const frame = /<iframe [\s\S]*?<\/iframe>/.exec(body)![0];
    expect(frame).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(frame).toContain("default-src 'none'");
    expect(frame).toContain('passez nous voir');
    expect(body).toContain('Message-ID: &lt;g1-');
  });

  it('gives the mail as it would have been sent', async () => {
    const { deliveryId, email } = await keptMail();
    const { status, body, headers } = await lea.send(
      'GET',
      `/dev/mail/${deliveryId}/source?workspace=${world.velo.slug}`,
    );
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('message/rfc822');
    expect(headers['content-disposition']).toContain('.eml');
    expect(String(body)).toContain(`To: Anne Martin <${email}>`);
  });

  it('S17, S18: is the same nothing for agents who are no operators, and for other workspaces', async () => {
    const { deliveryId } = await keptMail();
    const karim = await openBrowser(desk, 'karim@velo.example');
    const bob = await openBrowser(desk, 'bob@acme.example');
    const plain = ({ status, body }: { status: number; body: { error: string } }) => [status, body.error];
    const path = `/dev/mail/${deliveryId}`;
    for (const answer of [
      await karim.send('GET', `/dev/mail?workspace=${world.velo.slug}`),
      await karim.send('GET', `${path}?workspace=${world.velo.slug}`),
      await bob.send('GET', `/dev/mail?workspace=${world.velo.slug}`),
      await bob.send('GET', `${path}?workspace=${world.velo.slug}`),
      await bob.send('GET', `${path}?workspace=${world.acme.slug}`),
      await bob.send('GET', `${path}/source?workspace=${world.acme.slug}`),
      await lea.send('GET', `/dev/mail/${world.lea}?workspace=${world.velo.slug}`),
      await lea.send('GET', '/dev/mail?workspace=nowhere'),
    ])
      expect(plain(answer)).toEqual([404, 'not-found']);
    await karim.close();
    await bob.close();
  });

  it('asks who is not signed in to sign in', async () => {
    const { status, body } = await lea.anonymous('GET', '/dev/mail');
    expect(status).toBe(401);
    expect(body).toContain('href="/sign-in"');
  });
});
