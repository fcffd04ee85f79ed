// Solved more than a week ago and closed for good since; French-speaking customers.
import { bill, table } from '../files/papers.ts';
import { parcel } from '../files/pictures.ts';
import { notes, opens, replies, type Story, says, sorted } from '../story.ts';

export const longClosedFr: Story[] = [
  {
    customer: 'claire',
    subject: "Achat d'un premier vélo : lequel choisir ?",
    turns: [
      says(
        '47d 10:00',
        `Bonjour,
        Je voudrais me remettre au vélo pour aller travailler (6 km, une côte, un feu qui n'est jamais vert). Que me conseillez-vous sans me ruiner ?
        Claire Fontaine`,
      ),
      sorted('47d 10:30', 'lea', { team: 'boutique', tags: ['size'], to: 'ines' }),
      replies(
        '47d 11:00',
        'ines',
        `Bonjour Madame Fontaine,
        Pour 6 km avec une côte, deux options :
        - le **Cité 2** (749 €), robuste et simple, avec 8 vitesses ;
        - le **Volt 3** (2 499 €), électrique, si la côte vous décourage le matin.
        L'aide de la métropole peut couvrir jusqu'à 400 € du second. Voulez-vous essayer les deux ?`,
      ),
      says(
        '46d 18:00',
        `J'ai essayé les deux ce midi. La côte a gagné contre le Cité 2 mais pas contre moi : je le prends, en bleu.`,
      ),
      replies(
        '45d 09:00',
        'ines',
        `Excellent choix ! Il sera monté et réglé pour samedi. Bienvenue au club de ceux qui regardent les feux rouges avec philosophie.`,
        { status: 'resolved' },
      ),
    ],
  },
  {
    customer: 'romain',
    subject: "Contrat d'entretien : tarif pour huit cargos",
    turns: [
      says(
        '40d 08:00',
        `Bonjour, nous passons de cinq à huit cargos (les gens mangent beaucoup de choux). Quel serait le nouveau tarif mensuel ? // Romain Castel`,
      ),
      sorted('40d 08:30', 'lea', { folder: 'fleets', team: 'atelier', tags: ['pro'], to: 'lea' }),
      replies(
        '40d 10:00',
        'lea',
        `Bonjour Romain,
        Le forfait passe à **46 € par vélo et par mois** au lieu de 49 €, dépannage en ville inclus. Le devis est joint.`,
        {
          files: [
            bill({
              kind: 'quote',
              number: 'D-0561',
              customer: 'Les Coursiers de Loirans',
              language: 'fr',
              items: [['Forfait mensuel, 8 vélos cargo', 36800]],
            }),
          ],
        },
      ),
      says('39d 12:00', `C'est parfait, bon pour accord. Je vous envoie la liste des vélos.`, {
        files: [
          table('cargos.csv', [
            ['Vélo', 'Série', 'Surnom'],
            [1, 'CD-88401', 'Gertrude'],
            [2, 'CD-88412', 'Le Rapide'],
            [3, 'CD-88415', 'Choupette'],
          ]),
        ],
      }),
      notes('39d 14:00', 'lea', `Contrat modifié à compter du mois prochain.`),
      replies('39d 14:10', 'lea', `Merci Romain, c'est enregistré. Mes amitiés à Gertrude.`, {
        status: 'resolved',
      }),
    ],
  },
  {
    customer: 'barbier',
    subject: 'Horaires pendant les fêtes',
    turns: [
      says(
        '33d 11:00',
        `Madame, Monsieur, votre répondeur annonce les horaires de l'an passé. Quels sont ceux de cette année ? // Jean-Luc Barbier`,
      ),
      sorted('33d 11:20', 'ines', { priority: 'low', to: 'ines' }),
      replies(
        '33d 11:30',
        'ines',
        `Monsieur,
        Merci de nous l'avoir signalé, le message est corrigé. Nous sommes ouverts du mardi au samedi, de 9 h à 18 h 30, et fermés les jours fériés.`,
        { status: 'resolved' },
      ),
    ],
  },
  {
    customer: 'sophie',
    subject: 'Colis livré chez un voisin inconnu',
    turns: [
      says(
        '27d 17:00',
        `Bonjour,
        Le suivi annonce une livraison « à un voisin » et montre cette photo. J'ai onze voisins et aucun ne reconnaît ce paillasson.
        [image]
        Sophie Nguyen`,
        { image: parcel('preuve-livraison.png', false) },
      ),
      sorted('26d 09:00', 'ines', { folder: 'orders', team: 'boutique', tags: ['delivery'], to: 'ines' }),
      replies(
        '26d 09:30',
        'ines',
        `Bonjour Madame Nguyen,
        J'ai ouvert une enquête auprès du transporteur. Sans réponse d'ici deux jours, nous vous **réexpédions la commande**.`,
      ),
      says(
        '25d 12:00',
        `Affaire résolue : c'était le paillasson du théâtre, au rez-de-chaussée. Le colis a assisté à deux répétitions. Merci pour votre aide !`,
      ),
      replies(
        '25d 14:00',
        'ines',
        `Voilà un colis plus cultivé que la moyenne. Je clos l'enquête. Belle journée !`,
        { status: 'resolved' },
      ),
    ],
  },
  {
    customer: 'veronique',
    subject: 'Arceaux à vélos devant la bibliothèque',
    turns: [
      says(
        '23d 10:00',
        `Bonjour, avant d'installer de nouveaux arceaux, nous aimerions votre avis : quel espacement pour que les vélos cargo y trouvent leur place ? // Véronique Aubert`,
        { isHtml: true },
      ),
      sorted('23d 11:00', 'lea', { folder: 'fleets', team: 'atelier', tags: ['pro'], to: 'hugo' }),
      notes('23d 11:10', 'lea', `Hugo, vous qui les mesurez tous les jours…`),
      replies(
        '23d 15:00',
        'hugo',
        `Bonjour Madame Aubert,
        Comptez **80 cm entre deux arceaux** et 1,20 m pour les emplacements destinés aux cargos, avec un dégagement de 3 m derrière.
        Évitez les « pinces-roues » : ils portent bien leur nom.`,
        { status: 'resolved' },
      ),
    ],
  },
  {
    customer: 'camille',
    subject: "Antivol : quel niveau pour une cour d'immeuble ?",
    turns: [
      opens(
        '20d 16:30',
        'ines',
        `Mme Dubreuil est passée en boutique : elle demande quel antivol choisir pour une cour fermée. Je lui ai promis une réponse écrite.`,
        { sendsMail: false },
      ),
      sorted('20d 16:31', 'ines', { team: 'boutique', tags: ['theft'], to: 'ines' }),
      replies(
        '20d 17:00',
        'ines',
        `Bonjour Madame Dubreuil,
        Comme promis : pour une cour d'immeuble, je vous conseille un **U de classe 2 roues**, attaché à un point fixe, et le marquage du cadre (15 €).
        L'antivol ne fait pas tout, mais il fait perdre du temps, ce que les voleurs détestent.`,
        { status: 'resolved' },
      ),
    ],
  },
];
