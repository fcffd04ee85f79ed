// Solved within the last days, so that a reply would reopen them; English-speaking customers.
import { replies, type Story, says, sets, sorted } from '../story.ts';

export const solvedThisWeekEn: Story[] = [
  {
    customer: 'priya',
    subject: 'Rain cover for a child seat',
    turns: [
      says(
        '3d 10:00',
        `Hi, which rain cover fits the Petit Nid seat? My daughter is fine with rain, my mother-in-law is not. // Priya`,
      ),
      sorted('3d 10:20', 'tom', { team: 'boutique', tags: ['english'], to: 'tom' }),
      replies(
        '3d 10:30',
        'tom',
        `Hi Priya,
        The **Petit Nid cover, size 2**, which we have in grey and yellow (€24.90). It has a window, so everybody can keep an eye on everybody.`,
      ),
      says('3d 18:00', `Perfect, I'll pick up the yellow one. Thank you!`),
      replies('2d 09:00', 'tom', `It waits for you at the counter under your name. See you soon!`, {
        status: 'resolved',
      }),
    ],
  },
  {
    customer: 'wendy',
    subject: 'Change of delivery address',
    turns: [
      says(
        '5d 07:50',
        `Hello, I'm moving on Friday. Could order VC-20790 go to 4 Mill Lane instead of 18 Station Road? The new owners seem nice but not two-panniers nice. // Wendy`,
      ),
      sorted('5d 09:00', 'ines', {
        folder: 'orders',
        team: 'boutique',
        tags: ['delivery', 'english'],
        to: 'ines',
      }),
      replies(
        '5d 09:05',
        'ines',
        `Hello Wendy,
        Done: the parcel will be delivered to **4 Mill Lane**. I wish you a smooth move.`,
        { status: 'resolved' },
      ),
    ],
  },
  {
    customer: 'oliver',
    subject: 'Guided ride on Sunday: is it suitable for beginners?',
    turns: [
      says(
        '6d 09:00',
        `Good morning, the poster says “easy, 45 km”. My idea of easy is “flat, 12 km, ending at a pub”. Should I come? // Oliver`,
      ),
      sorted('6d 09:20', 'tom', { tags: ['english'], priority: 'low', to: 'tom' }),
      replies(
        '6d 09:30',
        'tom',
        `Good morning Oliver,
        There is a short loop of 18 km with Inès, nearly flat, that ends at the café. It is not a pub, but the **cake** is excellent.`,
      ),
      says('6d 20:00', `Cake is a language I speak. Count me in.`),
      sets('5d 09:00', 'tom', 'resolved'),
    ],
  },
  {
    customer: 'emily',
    subject: 'Return of a saddle that I really tried to like',
    turns: [
      says(
        '6d 08:00',
        `Hi, I would like to return the Alpin saddle. We gave it three weeks. It's not me, it's the saddle. // Emily`,
      ),
      sorted('6d 09:00', 'tom', {
        folder: 'warranty',
        team: 'boutique',
        tags: ['returns', 'english'],
        to: 'tom',
      }),
      replies(
        '6d 09:10',
        'tom',
        `Hi Emily,
        Our comfort promise covers saddles for 30 days, so that is no problem. Drop it off or use the label that I have just sent; the refund of **€59.00** follows on arrival.`,
      ),
      says(
        '3d 16:00',
        `Dropped off this afternoon. Your colleague suggested measuring my sit bones on a piece of cardboard. That was a first.`,
      ),
      replies(
        '3d 17:00',
        'tom',
        `The cardboard never lies. The refund is on its way, and the next saddle will be the right one.`,
        { status: 'resolved' },
      ),
    ],
  },
  {
    customer: 'james',
    subject: 'Rando 5: torque for the rack screws?',
    turns: [
      says(
        '5d 20:00',
        `Hello, what torque for the M5 rack screws on an aluminium frame? The internet offers everything from 2 to 12 Nm and a fight. // James`,
      ),
      sorted('4d 09:00', 'nadia', { team: 'atelier', tags: ['english'], to: 'nadia' }),
      replies(
        '4d 09:10',
        'nadia',
        `Hello James,
        **5 Nm**, with a drop of blue thread lock. More than 6 and the thread in the frame will leave with the screw.`,
        { status: 'resolved' },
      ),
    ],
  },
];
