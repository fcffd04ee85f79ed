// Pending: answered, and waiting for a French-speaking customer.
import { bill, textFile } from '../files/papers.ts';
import { bicycle, wheel } from '../files/pictures.ts';
import { notes, opens, replies, type Story, says, sets, sorted } from '../story.ts';

export const waitingForCustomersFr: Story[] = [
  {
    customer: 'levain',
    subject: 'Devis pour un triporteur de livraison',
    turns: [
      says(
        '3d 05:40',
        `Bonjour,
        Je suis boulanger et je voudrais livrer mes pains à vélo. Il me faudrait un triporteur capable de porter 80 kg de viennoiseries, ou 60 kg après mon passage.
        Pouvez-vous me conseiller et m'établir un devis ?
        Thomas Levain`,
      ),
      sorted('3d 09:00', 'lea', { folder: 'fleets', team: 'boutique', tags: ['pro', 'ebike'], to: 'lea' }),
      replies(
        '3d 10:15',
        'lea',
        `Bonjour Monsieur Levain,
        Je vous propose notre **Cargo Duo à caisse isotherme** ; vous trouverez le devis ci-joint, valable trente jours.
        Vous pourriez bénéficier de l'aide de la région pour les commerçants, jusqu'à 1 000 €. Nous vous aidons volontiers à remplir le dossier.
        Souhaitez-vous l'essayer un matin, avec vos caisses ?`,
        {
          files: [
            bill({
              kind: 'quote',
              number: 'D-0592',
              customer: 'Boulangerie Levain',
              language: 'fr',
              items: [
                ['Cargo Duo, moteur 75 Nm', 489000],
                ['Caisse isotherme 200 L', 64000],
                ['Mise en main et première révision', 9000],
              ],
            }),
          ],
        },
      ),
    ],
  },
  {
    customer: 'etienne',
    subject: 'Le pédalier craque, mais seulement en montée',
    turns: [
      says(
        '5d 21:10',
        `Bonsoir,
        Mon Gravel 5 craque à chaque coup de pédale, uniquement dans les côtes et uniquement quand je suis accompagné. Seul, il se tait. Mes amis pensent que ce sont mes genoux.
        Étienne Morvan`,
      ),
      sorted('4d 09:00', 'hugo', { folder: 'repairs', team: 'atelier', tags: ['appointment'], to: 'hugo' }),
      replies(
        '4d 09:20',
        'hugo',
        `Bonjour Monsieur Morvan,
        Vos genoux sont sans doute innocents : un craquement en montée vient le plus souvent du **boîtier de pédalier** ou d'une vis de plateau desserrée.
        Je vous propose un diagnostic gratuit jeudi à 17 h 30 ou samedi à 9 h. Quel créneau vous conviendrait ?`,
      ),
    ],
  },
  {
    customer: 'camille',
    subject: "Vélo volé : attestation pour l'assurance",
    turns: [
      says(
        '6d 08:30',
        `Bonjour,
        On m'a volé mon vélo bleu cette nuit, dans la cour fermée de mon immeuble. Mon assurance demande une preuve d'achat et le numéro de marquage.
        Voici une photo de lui, du temps où nous étions heureux.
        Camille Dubreuil`,
        { files: [bicycle('mon-velo.png', 'blue')] },
      ),
      sorted('6d 08:45', 'ines', {
        team: 'boutique',
        tags: ['theft', 'invoice'],
        priority: 'high',
        to: 'ines',
      }),
      replies(
        '6d 09:10',
        'ines',
        `Bonjour Madame Dubreuil,
        Je suis sincèrement désolée. Vous trouverez ci-joint le duplicata de votre facture. Votre numéro de marquage est **BC-2207-4491** ; je l'ai signalé comme volé au fichier national.
        Pensez à déposer plainte avec ce numéro : deux vélos sur dix sont ainsi retrouvés.`,
        {
          files: [
            bill({
              kind: 'invoice',
              number: 'F-2650',
              customer: 'Camille Dubreuil',
              language: 'fr',
              items: [
                ['Vélo Cité 2, bleu, taille S', 74900],
                ['Marquage antivol BC-2207-4491', 1500],
              ],
            }),
          ],
        },
      ),
      says(
        '5d 12:20',
        `Merci infiniment. La plainte est déposée. L'assurance voudrait aussi la preuve d'achat de l'antivol, acheté chez vous deux mois plus tôt. Est-ce possible ?`,
      ),
      replies(
        '5d 14:00',
        'ines',
        `Bien sûr, je la retrouve avec la date approximative. L'aviez-vous payé par carte ou en espèces ? Les espèces demandent une recherche dans le journal de caisse, comptez deux jours.`,
      ),
    ],
  },
  {
    customer: 'odile',
    subject: 'Règlement des licences : virement en double',
    turns: [
      says(
        '9d 17:00',
        `Bonjour,
        En pointant les comptes du club, je constate que j'ai réglé deux fois votre facture F-2988 (trois révisions de groupe). La faute à un clavier trop sensible.
        Pourriez-vous nous rembourser ou établir un avoir ?
        Odile Perrin, trésorière`,
      ),
      sorted('8d 09:10', 'ines', { folder: 'fleets', team: 'boutique', tags: ['invoice', 'pro'], to: 'lea' }),
      notes(
        '8d 09:30',
        'lea',
        `Vu sur le relevé : 2 x 312,00 €. La banque permet le virement retour, il faut un RIB du club.`,
      ),
      replies(
        '8d 09:45',
        'lea',
        `Bonjour Madame Perrin,
        Nous avons bien reçu les deux virements. Préférez-vous un **avoir** sur les prochaines révisions ou un **remboursement** ? Dans le second cas, merci de nous adresser un RIB du club.`,
      ),
    ],
  },
  {
    customer: 'karim',
    subject: "Choix d'un casque pour lunettes",
    turns: [
      says(
        '12d 13:00',
        `Bonjour, je porte des lunettes et tous les casques que j'essaie les poussent vers l'avant. Existe-t-il un modèle prévu pour cela ? Tour de tête : 59 cm. // Karim Haddad`,
      ),
      replies(
        '12d 15:30',
        'ines',
        `Bonjour Monsieur Haddad,
        Oui, trois de nos modèles ont des branches échancrées : l'Urbain 2, le Voyage et le Lumio. Le plus simple est de venir les essayer **avec vos lunettes**.
        Voulez-vous que nous vous les mettions de côté en taille L ?`,
        { status: 'pending' },
      ),
    ],
  },
  {
    customer: 'helene',
    subject: 'Votre vélo est prêt',
    turns: [
      opens(
        '4d 16:00',
        'nadia',
        `Bonjour Madame Vasseur,
        Votre vélo est **prêt**. Nous avons changé la chaîne et les deux pneus, et réglé les freins. Il en avait besoin : la chaîne affichait 9 000 km.
        Voici la roue arrière après dévoilage.
        [image]
        Quand souhaitez-vous venir le chercher ?`,
        { image: wheel('roue-terminee.png', false) },
      ),
      sorted('4d 16:05', 'nadia', { folder: 'repairs', team: 'atelier', tags: ['appointment'], to: 'nadia' }),
    ],
  },
  {
    customer: 'yasmine',
    subject: 'Pneus crevés trois fois en une semaine',
    turns: [
      says(
        '15d 19:20',
        `Bonsoir,
        Trois crevaisons en sept jours, toujours à l'arrière, toujours sous la pluie. Est-ce moi, le pneu, ou la rue de la Forge ?
        Yasmine Cherif`,
      ),
      sorted('14d 09:00', 'hugo', { folder: 'repairs', team: 'atelier', to: 'hugo' }),
      replies(
        '14d 09:15',
        'hugo',
        `Bonjour Madame Cherif,
        Avant d'accuser la rue, passez le doigt **à l'intérieur** du pneu (doucement) : un éclat y est souvent resté. La notice jointe explique comment faire.
        Où se trouvait le trou à chaque fois, côté jante ou côté route ?`,
        {
          files: [
            textFile('trouver-un-eclat.txt', [
              '1. Démonter le pneu d’un côté.',
              '2. Passer un chiffon, jamais le doigt nu, à l’intérieur.',
              '3. Là où le chiffon accroche, regarder.',
              '4. Retirer l’éclat, vérifier le fond de jante.',
            ]),
          ],
        },
      ),
      says(
        '13d 20:00',
        `Côté route, les trois fois. Le chiffon a accroché : un minuscule bout de verre. Je l'ai retiré. Dois-je changer le pneu ?`,
      ),
      replies(
        '13d 21:00',
        'hugo',
        `Bien joué ! Si l'entaille fait moins de 3 mm, le pneu peut encore servir. Sinon, apportez-le : nous le remplaçons en vingt minutes, sans rendez-vous.`,
      ),
      sets('12d 09:00', 'hugo', 'open'),
      notes('12d 09:05', 'hugo', `Rouvert par erreur, je remets en attente.`),
      sets('12d 09:06', 'hugo', 'pending'),
    ],
  },
];
