// Open: families, clubs, dealers and the town hall have written again.
import { bill, textFile } from '../files/papers.ts';
import { parcel, wheel } from '../files/pictures.ts';
import { notes, replies, type Story, says, sorted } from '../story.ts';

export const openGroups: Story[] = [
  {
    customer: 'grace',
    subject: 'Trip to the Alps: rental of four bikes',
    turns: [
      says(
        '6d 15:00',
        `Dear team,
        We are a family of four (two adults, two teenagers of 1.60 m and 1.71 m) and will be in Loirans for ten days. Do you rent touring bikes with racks? Are helmets included?
        Kind regards, // Grace Kimura`,
      ),
      sorted('6d 16:00', 'tom', { team: 'boutique', tags: ['english', 'size'], to: 'tom' }),
      replies(
        '6d 16:25',
        'tom',
        `Dear Grace,
        With pleasure! Four Rando 5 bikes with racks, helmets, locks and a repair kit come to **€540 for ten days**. I suggest sizes S and M for the teenagers.
        Shall I reserve them?
        > Are helmets included?
        They are, and they have been cleaned.`,
      ),
      says(
        '5d 08:10',
        `Yes please! Could we also have two pairs of panniers? And is there a route that avoids the big climb? My son says no, my knees say yes.`,
      ),
      replies(
        '5d 09:00',
        'tom',
        `Reserved, panniers included. For the knees: follow the [river greenway](https://velo.example/greenway), 62 km, flat as a crêpe, with three bakeries.`,
      ),
      says(
        '4h',
        `Wonderful. One more question: we land at 22:40, which is after your closing time. Can we collect the bikes the next morning before 9?`,
      ),
    ],
  },
  {
    customer: 'hannah',
    subject: 'Spare parts for our guided tours',
    turns: [
      says(
        '7d 11:00',
        `Hello Vélo & Cie,
        Our group of fourteen riders passes through Loirans next month. Could you keep some spares ready for us? A list is in the text file.
        Best wishes from Norway, // Hannah Lindqvist, Fjelltur`,
        {
          files: [
            textFile('spares.txt', [
              '14 x inner tube 700x38',
              '6 x brake pads (disc)',
              '2 x chain, 11-speed',
              '1 x rear derailleur hanger, Gravel 5',
              '1 x thermos of coffee',
            ]),
          ],
        },
      ),
      sorted('7d 11:30', 'tom', { folder: 'fleets', tags: ['pro', 'english'], to: 'nadia' }),
      replies(
        '7d 15:00',
        'nadia',
        `Hello Hannah,
        Everything is in stock except the derailleur hanger, which we have ordered. The coffee will be made on the day.
        Could you send us the date and the number of riders with electric bikes?`,
      ),
      says(
        '11h',
        `Great! We arrive on the second Tuesday, around noon, and three riders have electric bikes (all Volt 3). Do you have chargers they could use during lunch?`,
      ),
    ],
  },
  {
    customer: 'veronique',
    subject: 'Relance : convention de stage',
    turns: [
      says(
        '8d 10:00',
        `Bonjour,
        Je reviens vers vous au sujet du stage d'observation de Lucas, élève de troisième suivi par notre service jeunesse. Seriez-vous d'accord pour l'accueillir une semaine à l'atelier ?
        Bien à vous, // Véronique Aubert // Mairie de Loirans`,
      ),
      sorted('8d 11:15', 'lea', { to: 'lea' }),
      replies(
        '8d 14:00',
        'lea',
        `Bonjour Madame Aubert,
        Ce sera avec plaisir. Pourriez-vous nous transmettre la convention à signer ? Lucas devra prévoir des vêtements qui ne craignent pas la graisse, et accepter que Hugo chante.`,
      ),
      says(
        '19h',
        `Merci beaucoup ! La convention part ce soir au courrier. Lucas demande s'il pourra « démonter un truc en entier ». Je vous laisse juge.`,
      ),
    ],
  },
  {
    customer: 'bernard',
    subject: 'Maillots du club : couleurs non conformes',
    turns: [
      says(
        '14d 10:00',
        `Bonjour,
        Les 42 maillots du Cyclo-club sont arrivés. Le bleu du club est devenu mauve. Nos anciens disent « parme ». L'ambiance est tendue.
        Bernard Chaussat, président`,
        { isHtml: true },
      ),
      sorted('14d 10:30', 'lea', {
        folder: 'fleets',
        team: 'boutique',
        tags: ['pro', 'returns'],
        priority: 'medium',
        to: 'ines',
      }),
      replies(
        '14d 14:00',
        'ines',
        `Bonjour Monsieur le Président,
        Je comprends votre émoi. Je transmets immédiatement au fabricant. Auriez-vous la référence exacte du bleu figurant sur le bon à tirer ?`,
      ),
      says(
        '12d 09:10',
        `Référence : bleu 2945. Le bon à tirer est formel. Le parme, lui, n'est demandé par personne, pas même par le trésorier.`,
      ),
      replies(
        '12d 11:00',
        'ines',
        `Merci. Le fabricant reconnaît son erreur et refait **les 42 maillots à ses frais**. Délai annoncé : trois semaines. Vous pouvez garder les premiers pour l'entraînement.`,
      ),
      notes('12d 11:05', 'ines', `Demander un avoir au fabricant. Relance prévue si rien sous dix jours.`),
      says(
        '3d 17:45',
        `Merci pour ces bonnes nouvelles. Hélas, notre rallye a lieu dans deux semaines. Serait-il possible d'accélérer ? Le maire y sera, et il a un maillot.`,
      ),
    ],
  },
  {
    customer: 'ben',
    subject: 'Wholesale order: 30 wheels, four of them out of true',
    turns: [
      says(
        '16d 09:00',
        `Morning,
        Delivery of thirty rear wheels received today, thanks. Four are out of true by more than 2 mm, one of them looks as if it had been sat on. Picture attached.
        Ben Archer, Archer Cycles`,
        { files: [wheel('wheel-17.png', true), parcel('pallet.png', false)] },
      ),
      sorted('16d 09:40', 'tom', {
        folder: 'fleets',
        team: 'atelier',
        tags: ['pro', 'english', 'returns'],
        to: 'hugo',
      }),
      replies(
        '16d 11:00',
        'hugo',
        `Hello Ben,
        Sorry about that. Please keep the three that can be trued and count 20 minutes of work each on our next invoice. The fourth we replace: it left this morning.`,
      ),
      says('13d 10:00', `Fair. Replacement received, perfect. I make it one hour of labour at £48.`),
      replies('13d 11:30', 'hugo', `Agreed, the credit note is attached.`, {
        files: [
          bill({
            kind: 'invoice',
            number: 'A-0412',
            customer: 'Archer Cycles',
            language: 'en',
            items: [['Credit: truing of three wheels, one hour', -5600]],
          }),
        ],
      }),
      says(
        '5d 09:20',
        `Ta. One thing: the credit note is in euros and my accountant only speaks pounds. Could you redo it with the rate of the day?`,
      ),
    ],
  },
];
