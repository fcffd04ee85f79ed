// Open: the customer has written again, about something they bought.
import { bill } from '../files/papers.ts';
import { notes, replies, type Story, says, sorted } from '../story.ts';

export const openOrders: Story[] = [
  {
    customer: 'emily',
    subject: 'Wrong colour delivered',
    turns: [
      says(
        '3d 12:00',
        `Hi,
        I ordered the Rando 7 in “Forest green”. What arrived is very orange. Lovely, but I already own a traffic cone.
        Order VC-20766. What are my options?
        Emily`,
      ),
      sorted('3d 13:10', 'tom', {
        folder: 'warranty',
        team: 'boutique',
        tags: ['returns', 'english'],
        to: 'tom',
      }),
      replies(
        '3d 13:20',
        'tom',
        `Hi Emily,
        I am sorry, that is entirely our mistake. You can choose:
        1. we collect the orange one and send a green one, **at our cost**, within a week;
        2. you keep it and we refund €80.
        Which would you prefer?`,
      ),
      says(
        '40m',
        `Option 1, please. My daughter has voted for orange but she does not pay the mortgage. When would the collection be? I am home on Thursday and Friday.`,
      ),
    ],
  },
  {
    customer: 'marc',
    subject: 'Facture au nom de ma société',
    turns: [
      says(
        '4d 09:45',
        `Bonjour,
        J'ai acheté un Volt 3 la semaine dernière pour mes trajets professionnels. Serait-il possible d'obtenir la facture au nom de ma société, Delattre Conseil ?
        Merci d'avance, // Marc Delattre`,
      ),
      sorted('4d 10:00', 'ines', {
        folder: 'orders',
        team: 'boutique',
        tags: ['invoice', 'pro'],
        to: 'ines',
      }),
      replies(
        '4d 10:30',
        'ines',
        `Bonjour Monsieur Delattre,
        Bien entendu, vous trouverez la facture corrigée ci-jointe. Elle remplace celle qui vous a été remise en boutique.
        Je reste à votre disposition.`,
        {
          files: [
            bill({
              kind: 'invoice',
              number: 'F-3184',
              customer: 'Delattre Conseil',
              language: 'fr',
              items: [
                ['Vélo électrique Volt 3, taille M', 249900],
                ['Antivol Forteresse 400', 8990],
                ['Marquage antivol', 1500],
              ],
            }),
          ],
        },
      ),
      says(
        '2h',
        `Merci pour votre rapidité. Mon comptable, qui lit tout, remarque que le numéro de TVA intracommunautaire de la société n'y figure pas. Pourriez-vous l'ajouter ? FR 12 345678900.`,
      ),
    ],
  },
  {
    customer: 'lucie',
    subject: 'Commande incomplète : il manque une sacoche',
    turns: [
      says(
        '5d 18:20',
        `Bonsoir,
        J'ai bien reçu ma commande VC-20751, mais il n'y a qu'une sacoche au lieu de deux. Mon vélo penche à gauche, et moi avec.
        Bonne soirée, // Lucie Garnier`,
      ),
      sorted('4d 08:50', 'ines', { folder: 'orders', team: 'boutique', tags: ['delivery'], to: 'ines' }),
      replies(
        '4d 09:10',
        'ines',
        `Bonjour Madame Garnier,
        Je vous présente toutes nos excuses. L'entrepôt a expédié la commande en **deux colis** ; le second est chez le transporteur et devrait arriver sous 48 heures.
        Auriez-vous l'amabilité de me prévenir si ce n'était pas le cas ?`,
      ),
      says(
        '6h',
        `Bonjour, les 48 heures sont passées et je penche toujours. Le suivi indique « colis en cours de réflexion », ou quelque chose d'approchant. Que puis-je faire ?`,
      ),
      notes(
        '5h',
        'ines',
        `Transporteur appelé : colis perdu au dépôt de Grenoble. Il faut en renvoyer un **aujourd'hui**.`,
      ),
    ],
  },
  {
    customer: 'sarah',
    subject: 'Gift card does not work online',
    turns: [
      says(
        '6d 19:00',
        `Hello,
        I received a €100 gift card for my birthday (code VELO-7K2M-…) but the site says “unknown code”. It was either this or socks, so I was rather pleased.
        Sarah Whitmore`,
      ),
      sorted('5d 10:00', 'tom', { team: 'boutique', tags: ['english'], to: 'tom' }),
      replies(
        '5d 10:20',
        'tom',
        `Hello Sarah, and happy birthday!
        Could you send me the last four characters of the code? A picture of the card would do as well.`,
      ),
      says(
        '2d 19:30',
        `They are “0OO0”. I have tried zero-oh-oh-zero, oh-zero-zero-oh and every other combination a sane person would try. Who designed this?`,
      ),
    ],
  },
];
