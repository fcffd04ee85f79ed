// Pending: answered, and waiting for an English-speaking customer.
import { bill, table } from '../files/papers.ts';
import { bicycle } from '../files/pictures.ts';
import { notes, opens, replies, type Story, says, sorted } from '../story.ts';

export const waitingForCustomersEn: Story[] = [
  {
    customer: 'chloe',
    subject: 'Can I change my order to a step-through frame?',
    turns: [
      says(
        '14h',
        `Hi! I ordered the Cité 2 yesterday (VC-20822) and have since tried to swing my leg over a similar frame in a pencil skirt. Can I change to the step-through? // Chloe Adams`,
      ),
      sorted('13h', 'tom', { folder: 'orders', team: 'boutique', tags: ['english', 'size'], to: 'tom' }),
      replies(
        '13h',
        'tom',
        `Hi Chloe,
        Of course, nothing has left the warehouse yet. The step-through costs the same and comes in **cream, green or blue**. Which one shall I send?`,
      ),
    ],
  },
  {
    customer: 'fiona',
    subject: 'Quote for twelve rental bikes',
    turns: [
      says(
        '4d 11:30',
        `Dear Sir or Madam,
        We run cycling holidays in the Highlands and would like a quote for twelve Rando 7, mixed sizes, with mudguards. Our hills are steep and our weather is honest.
        Fiona MacLeod`,
      ),
      sorted('4d 12:00', 'lea', {
        folder: 'fleets',
        team: 'boutique',
        tags: ['pro', 'english'],
        priority: 'high',
        to: 'tom',
      }),
      notes(
        '4d 12:10',
        'lea',
        `Fleet discount of **8 %** from ten bikes on. Please do not offer free shipping to the islands again.`,
      ),
      replies(
        '4d 15:00',
        'tom',
        `Dear Fiona,
        Thank you for thinking of us. The quote and the stock per size are attached; the price includes our fleet discount and delivery to Inverness.
        - Delivery: six weeks after your order
        - Warranty: five years on the frame, two on the rest
        - Spare parts: we send within 24 hours
        Do the sizes match your usual guests?`,
        {
          files: [
            bill({
              kind: 'quote',
              number: 'D-0588',
              customer: 'Highland Wheels',
              language: 'en',
              items: [
                ['12 x Rando 7 with mudguards', 1486800],
                ['Fleet discount 8%', -118944],
                ['Delivery to Inverness', 42000],
              ],
            }),
            table('stock-rando-7.csv', [
              ['Size', 'Rider', 'In stock'],
              ['S', '1.55-1.65 m', 4],
              ['M', '1.65-1.75 m', 9],
              ['L', '1.75-1.85 m', 6],
              ['XL', '1.85-1.95 m', 2],
            ]),
          ],
        },
      ),
    ],
  },
  {
    customer: 'mike',
    subject: 'Handlebar too low after the fitting',
    turns: [
      says(
        '6d 10:00',
        `Since the fitting my handlebar feels about a hand too low. I look like a racing cyclist and feel like a question mark. // Mike`,
      ),
      sorted('6d 10:30', 'hugo', { team: 'atelier', tags: ['size', 'english'], to: 'hugo' }),
      replies(
        '6d 11:00',
        'hugo',
        `Hello Mike,
        We can turn the stem over, which raises the bar by **28 mm**; it takes ten minutes. Would Saturday before noon suit you?`,
      ),
    ],
  },
  {
    customer: 'noah',
    subject: 'Your front light is back in stock',
    turns: [
      opens(
        '7d 14:20',
        'tom',
        `Hello Noah,
        You asked us in spring to write when the Lumen 80 is available again: six pieces have just come in.
        Shall I keep one for you until the end of the week? It fits the bracket that you already have.`,
      ),
      sorted('7d 14:21', 'tom', { folder: 'orders', tags: ['english'], to: 'tom' }),
    ],
  },
  {
    customer: 'grace',
    subject: 'Selling our old bike through your shop',
    turns: [
      says(
        '11d 16:00',
        `Dear team,
        Do you take bikes on commission? Ours is red, five years old, and has been to the supermarket and back about four hundred times. Photo attached.
        Grace Kimura`,
        { files: [bicycle('for-sale.png', 'red')] },
      ),
      sorted('10d 10:00', 'ines', { team: 'boutique', tags: ['english'], priority: 'low', to: 'tom' }),
      replies(
        '10d 10:40',
        'tom',
        `Dear Grace,
        We do: we check and clean it, and keep 20% of the price. Yours should sell for about **€220**.
        Could you tell me the frame number? It is stamped under the bottom bracket.`,
      ),
      says('9d 09:00', `I found a number: 4 0 1 7, then a sticker of a cat. Is the cat part of it?`),
      replies(
        '9d 09:30',
        'tom',
        `The cat is a later addition, we believe. There should be seven or eight characters; the rest may be underneath it. Would you mind lifting a paw?`,
      ),
    ],
  },
  {
    customer: 'dylan',
    subject: 'Where do I send the broken pump?',
    turns: [
      says(
        '18d 12:00',
        `Hey, the hand pump I got in August pumps in both directions, i.e. not at all. Where do I send it? // Dylan`,
      ),
      sorted('18d 14:00', 'ines', {
        folder: 'warranty',
        team: 'boutique',
        tags: ['warranty', 'returns', 'english'],
        to: 'ines',
      }),
      replies(
        '18d 14:30',
        'ines',
        `Hello Dylan,
        No need to send it: a short video that shows the problem is enough for the manufacturer, and we send you a new one.
        Just reply to this e-mail with the video attached.`,
      ),
    ],
  },
];
