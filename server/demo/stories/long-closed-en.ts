// Solved more than a week ago and closed for good since; English-speaking customers.
import { table, textFile } from '../files/papers.ts';
import { bicycle, display } from '../files/pictures.ts';
import { replies, type Story, says, sets, sorted } from '../story.ts';

export const longClosedEn: Story[] = [
  {
    customer: 'hannah',
    subject: 'Insurance certificate for group tours',
    turns: [
      says(
        '42d 09:00',
        `Hello, our insurer asks for a certificate that the rental bikes are serviced yearly. Could you provide one? // Hannah Lindqvist`,
      ),
      sorted('42d 09:30', 'tom', { folder: 'fleets', team: 'boutique', tags: ['pro', 'english'], to: 'tom' }),
      replies(
        '42d 10:30',
        'tom',
        `Hello Hannah,
        Here is the certificate for the current season, with the frame numbers.`,
        {
          status: 'resolved',
          files: [
            textFile('certificate.txt', [
              'Vélo & Cie certifies that the bicycles listed below',
              'were serviced by our workshop within the last twelve months.',
              '',
              'R7-1101, R7-1102, R7-1103, R7-1104',
              'Signed: Hugo Martin, head of the workshop',
            ]),
          ],
        },
      ),
    ],
  },
  {
    customer: 'sarah',
    subject: 'Bell that sounds like a duck',
    turns: [
      says(
        '36d 13:00',
        `Hello, is the duck bell in your window for sale or is it decoration? Asking for a colleague. (The colleague is me.) // Sarah Whitmore`,
      ),
      replies(
        '36d 14:00',
        'tom',
        `Hello Sarah,
        It is for sale (€12.50), and it quacks in **two tones**. We have four left; your colleague should hurry.`,
        { status: 'resolved' },
      ),
      sorted('36d 14:05', 'tom', { team: 'boutique', tags: ['english', 'praise'] }),
    ],
  },
  {
    customer: 'fiona',
    subject: 'Missing manual for the e-bike display',
    turns: [
      says(
        '31d 10:00',
        `Hello, two of the Volt 3 came without a manual and show E02 when it rains, which here is a form of daylight. // Fiona MacLeod`,
        { files: [display('display.png', 'E02')] },
      ),
      sorted('31d 10:40', 'tom', {
        folder: 'repairs',
        team: 'atelier',
        tags: ['ebike', 'english', 'pro'],
        to: 'nadia',
      }),
      replies(
        '31d 11:30',
        'nadia',
        `Hello Fiona,
        E02 is a loose cable behind the display. Push the green plug in until it **clicks**, then add a little silicone grease: it keeps even Scottish rain out.
        The manual is on our [download page](https://velo.example/manuals).`,
      ),
      says(
        '28d 09:00',
        `Both bikes are cured, and the grease smells better than the bothy. Thank you, Nadia.`,
      ),
      sets('28d 10:00', 'nadia', 'resolved'),
    ],
  },
  {
    customer: 'chloe',
    subject: 'Test ride: do I need to bring anything?',
    turns: [
      says(
        '24d 09:00',
        `Hi, I booked a test ride on the Volt 3. Do I need to bring ID, shoes, courage? // Chloe Adams`,
      ),
      sorted('24d 09:30', 'tom', { tags: ['appointment', 'english', 'ebike'], to: 'tom' }),
      replies(
        '24d 09:35',
        'tom',
        `Hi Chloe,
        ID for the deposit, flat shoes, and we supply the courage in three levels: **Eco, Tour and Turbo**.`,
      ),
      says('22d 18:00', `Turbo was a mistake but a joyful one. Thank you!`),
      sets('21d 09:00', 'tom', 'resolved'),
    ],
  },
  {
    customer: 'ben',
    subject: 'Dealer price list for the new season',
    turns: [
      says(
        '18d 08:30',
        `Morning, could I have the dealer list for next season? Last year's is coffee-stained beyond recognition. // Ben Archer`,
      ),
      sorted('18d 09:00', 'tom', { folder: 'fleets', tags: ['pro', 'english'], to: 'tom' }),
      replies(
        '18d 09:20',
        'tom',
        `Morning Ben,
        Attached, together with a picture of the new red. It is coffee-proof, being digital.`,
        {
          status: 'resolved',
          files: [
            table('dealer-list.csv', [
              ['Model', 'Dealer price EUR', 'Retail EUR'],
              ['Cité 2', 449, 749],
              ['Rando 5', 689, 1090],
              ['Rando 7', 789, 1239],
              ['Gravel 5', 1149, 1790],
              ['Volt 3', 1649, 2499],
            ]),
            bicycle('new-red.png', 'red'),
          ],
        },
      ),
    ],
  },
];
