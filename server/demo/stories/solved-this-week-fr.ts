// Solved within the last days, so that a reply would reopen them; French-speaking customers.
import { bill } from '../files/papers.ts';
import { bicycle } from '../files/pictures.ts';
import { notes, opens, replies, type Story, says, sets, sorted } from '../story.ts';

export const solvedThisWeekFr: Story[] = [
  {
    customer: 'gaston',
    subject: 'Merci à Mademoiselle Nadia',
    turns: [
      says(
        '2d 14:10',
        `Bonjour,
        Je tenais à vous dire que Mademoiselle Nadia a réparé ma dynamo, que trois garages avaient déclarée morte. J'ai 81 ans et je rentre de nouveau avec de la lumière.
        Je déposerai une tarte aux pommes.
        Gaston Plessis`,
      ),
      sorted('2d 15:00', 'lea', { tags: ['praise'], to: 'nadia' }),
      notes('2d 15:01', 'lea', `À afficher dans l'atelier !`),
      replies(
        '2d 16:00',
        'nadia',
        `Cher Monsieur Plessis,
        Votre message a fait le tour de l'atelier. C'était un plaisir : on ne voit plus beaucoup de dynamos aussi bien entretenues.
        La tarte sera accueillie avec les honneurs.`,
        { status: 'resolved' },
      ),
    ],
  },
  {
    customer: 'marc',
    subject: "Badge d'accès au local à vélos",
    turns: [
      says(
        '4d 08:00',
        `Bonjour, mon badge d'abonné n'ouvre plus le local à vélos de la gare. Il clignote en rouge, avec mépris. Numéro 0417. // Marc Delattre`,
      ),
      sorted('4d 08:40', 'ines', { team: 'boutique', to: 'ines' }),
      replies(
        '4d 08:45',
        'ines',
        `Bonjour Monsieur Delattre,
        Votre abonnement avait simplement expiré hier soir. Je l'ai prolongé d'une semaine, le temps de le renouveler. Le badge devrait s'ouvrir à nouveau **d'ici une heure**.`,
      ),
      says('4d 12:10', `Il clignote en vert. Nous sommes réconciliés. Merci !`),
      sets('4d 13:30', 'ines', 'resolved'),
    ],
  },
  {
    customer: 'rivoire',
    subject: 'Facture du trimestre précédent introuvable',
    turns: [
      says(
        '5d 15:20',
        `Bonjour, nos services ne retrouvent pas votre facture de dépannage du trimestre dernier. Un duplicata serait-il possible ? // Paul Rivoire`,
      ),
      sorted('5d 15:40', 'lea', { folder: 'fleets', team: 'boutique', tags: ['invoice', 'pro'], to: 'lea' }),
      replies(
        '5d 16:00',
        'lea',
        `Bonjour Monsieur Rivoire,
        Voici le duplicata demandé. Il est également déposé sur votre portail de facturation.`,
        {
          status: 'resolved',
          files: [
            bill({
              kind: 'invoice',
              number: 'F-2911',
              customer: 'Mairie de Loirans',
              language: 'fr',
              items: [
                ['Dépannage sur place, 7 interventions', 31500],
                ['Pièces : chambres à air, câbles', 8640],
              ],
            }),
          ],
        },
      ),
    ],
  },
  {
    customer: 'lucie',
    subject: 'Réglage des freins après achat',
    turns: [
      says(
        '6d 12:40',
        `Bonjour, les freins de mon Cité 2 sont devenus mous. Est-ce normal après deux mois ? // Lucie Garnier`,
      ),
      sorted('6d 13:00', 'hugo', { folder: 'repairs', team: 'atelier', tags: ['appointment'], to: 'hugo' }),
      replies(
        '6d 13:15',
        'hugo',
        `Bonjour Madame Garnier,
        C'est tout à fait normal : les câbles neufs se détendent. La **révision des deux mois est offerte**. Je vous propose demain à 12 h 15, cela prendra un quart d'heure.`,
      ),
      says('6d 14:00', `C'est parfait, j'y serai. Merci !`),
      notes('5d 12:40', 'hugo', `Freins réglés, patins encore à 80 %. Rayon desserré repris au passage.`),
      sets('5d 12:45', 'hugo', 'resolved'),
    ],
  },
  {
    customer: 'amelie',
    subject: "Rendez-vous d'essai confirmé",
    turns: [
      opens(
        '5d 10:00',
        'ines',
        `Bonjour Madame Roussel,
        Comme convenu au téléphone, je vous confirme l'essai du **Cargo Duo** avec siège enfant. Le modèle d'exposition est vert, comme sur la photo.
        Merci de prévoir un casque pour votre fils.`,
        { files: [bicycle('modele-essai.png', 'green')] },
      ),
      sorted('5d 10:01', 'ines', { tags: ['appointment'], to: 'ines' }),
      says(
        '4d 19:00',
        `Merci pour l'essai de ce matin ! Mon fils a ri du début à la fin. Nous réfléchissons, ce qui chez nous veut dire oui.`,
      ),
      replies(
        '3d 09:00',
        'ines',
        `C'est noté, nous gardons le vert de côté jusqu'à la fin du mois. À très bientôt !`,
        { status: 'resolved' },
      ),
    ],
  },
  {
    customer: 'pneus',
    subject: "Nouveau catalogue : −15 % sur les pneus d'hiver",
    turns: [
      says(
        '6d 06:00',
        `Chers partenaires,
        [image]
        Notre nouveau catalogue est arrivé. Jusqu'à la fin du mois, profitez de **15 % de remise** sur toute la gamme hiver, à partir de vingt pneus.
        - Boréal 35, clouté
        - Boréal 40, clouté
        - Givre 28, ville
        L'équipe de Gommes & Jantes`,
        { isHtml: true, hasRemoteImage: true },
      ),
      sorted('6d 09:00', 'lea', { folder: 'fleets', priority: 'low', to: 'hugo' }),
      notes(
        '6d 09:30',
        'hugo',
        `Intéressant pour les Boréal 35, je commande avec la prochaine livraison. Pas de réponse nécessaire.`,
      ),
      sets('6d 09:31', 'hugo', 'resolved'),
    ],
  },
];
