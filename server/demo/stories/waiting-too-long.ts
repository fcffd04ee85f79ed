// New and overdue: their age chips are red.

import { table } from '../files/papers.ts';
import { parcel } from '../files/pictures.ts';
import { notes, type Story, says, sorted } from '../story.ts';

export const waitingTooLong: Story[] = [
  {
    customer: 'wendy',
    subject: 'Parcel arrived looking like an accordion',
    turns: [
      says(
        '27h',
        `Hello,
        The courier has just left this on my doorstep:
        [image]
        The panniers inside have one broken hook and a long scratch. The driver said, and I quote, “it was like that when I got it, more or less”.
        I would like a replacement, please. Order VC-20790.
        Best, // Wendy Tran`,
        { image: parcel('parcel.png', true) },
      ),
      sorted('26h', 'ines', { folder: 'orders', team: 'boutique', tags: ['delivery', 'english'] }),
    ],
  },
  {
    customer: 'rivoire',
    subject: 'Demande de devis : entretien annuel de 24 vélos de service',
    turns: [
      says(
        '2d 10:20',
        `Bonjour,
        La mairie de Loirans renouvelle son contrat d'entretien pour la flotte de vélos des agents municipaux. Vous trouverez la liste des 24 vélos en pièce jointe.
        Merci de nous adresser votre devis (révision annuelle, pneumatiques, dépannage sur place) avant la fin du mois.
        Respectueusement, // Paul Rivoire // Service des moyens généraux`,
        {
          files: [
            table('flotte-mairie.csv', [
              ['Numéro', 'Modèle', 'Année', 'Service', 'Kilomètres'],
              ['M-01', 'Cité 2', 2022, 'Espaces verts', 4120],
              ['M-02', 'Cité 2', 2022, 'Espaces verts', 3870],
              ['M-03', 'Volt 3', 2024, 'Police municipale', 6015],
              ['M-04', 'Volt 3', 2024, 'Courrier', 5233],
              ['M-05', 'Cargo Duo', 2023, 'Bibliothèque ; bibliobus', 2980],
            ]),
          ],
        },
      ),
      sorted('2d 11:00', 'lea', { folder: 'fleets', tags: ['pro'], priority: 'high' }),
      notes(
        '2d 11:05',
        'lea',
        `Hugo, pourriez-vous chiffrer le temps d'atelier ? Nous avions compté **1 h 15 par vélo** l'an dernier et c'était trop juste pour les cargos.`,
      ),
    ],
  },
  {
    customer: 'dylan',
    subject: 'Brakes squeal so loud that dogs reply',
    turns: [
      says(
        '3d 18:40',
        `Hey,
        Bought the Gravel 5 three weeks ago. The front disc brake started to squeal and now dogs answer from two streets away. My neighbours know my schedule.
        I cleaned the disc with the spray from under the sink. It smelled like lemon, and it got worse. Did I ruin it?
        Dylan`,
      ),
    ],
  },
  {
    customer: 'helene',
    subject: "Vélo d'occasion : reprenez-vous les tandems ?",
    turns: [
      says(
        '4d 14:05',
        `Bonjour,
        Mon mari et moi possédons un tandem de 2011, très peu roulé (nous avons rapidement découvert que nous n'avions pas le même avis sur les directions). Est-ce le genre de vélo que vous reprenez ?
        Il est complet, bleu, et dort dans un garage sec.
        Cordialement, // Hélène Vasseur`,
      ),
      sorted('3d 09:15', 'ines', { priority: 'low' }),
    ],
  },
];
