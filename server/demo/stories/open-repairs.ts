// Open: the customer has written again, about something for the workshop.
import { textFile } from '../files/papers.ts';
import { display } from '../files/pictures.ts';
import { notes, replies, type Story, says, sorted } from '../story.ts';

export const openRepairs: Story[] = [
  {
    customer: 'romain',
    subject: 'Deux cargos immobilisés : planning des coursiers menacé',
    turns: [
      says(
        '2d 08:10',
        `Bonjour,
        Deux de nos Cargo Duo ont la même panne depuis trois jours : la béquille ne tient plus et le moteur coupe au-delà de 20 km/h. Sans eux, je fais les livraisons en trottinette, ce que mes clients trouvent pittoresque mais lent.
        Pouvez-vous les prendre en urgence ?
        Romain Castel // Les Coursiers de Loirans`,
      ),
      sorted('2d 08:30', 'lea', {
        folder: 'fleets',
        team: 'atelier',
        tags: ['pro', 'ebike'],
        priority: 'high',
        to: 'hugo',
      }),
      replies(
        '2d 09:05',
        'hugo',
        `Bonjour Romain,
        Nous vous gardons deux places à l'atelier **demain dès 8 h**. Afin de gagner du temps, pourriez-vous :
        - relever le numéro de série de chaque moteur (sous le pédalier) ;
        - nous dire si la coupure survient à chaud ou dès le départ ;
        - apporter les deux chargeurs.
        Un vélo de prêt est disponible si besoin.`,
      ),
      says(
        '2d 09:50',
        `Merci ! Les numéros : CD-88412 et CD-88415. La coupure arrive après un quart d'heure, donc plutôt à chaud.
        Je prends volontiers le vélo de prêt, la trottinette commence à parler de moi à ses amies.`,
      ),
      notes(
        '2d 10:15',
        'nadia',
        `Même série que le rappel constructeur sur le capteur de vitesse. **Je commande deux capteurs**, livraison demain matin.`,
      ),
      replies(
        '2d 17:30',
        'hugo',
        `Romain,
        C'est bien le capteur de vitesse, un rappel du constructeur : la réparation sera donc **gratuite**. Les béquilles sont resserrées.
        Le premier vélo est prêt, le second le sera demain midi.`,
      ),
      says(
        '12m',
        `Le premier cargo roule à merveille. En revanche, le second vient de couper à nouveau, à l'instant, place du Marché, avec quarante kilos de choux-fleurs. Puis-je vous l'amener tout de suite ?`,
      ),
    ],
  },
  {
    customer: 'mike',
    subject: 'Battery range half of what it was',
    turns: [
      says(
        '9d 20:15',
        `Hi guys,
        Volt 3, fourteen months old. Range dropped from 70 km to about 35 km in a month. I've attached the log from the app.
        Mike`,
        {
          files: [
            textFile('battery-log.txt', [
              'cycles: 211',
              'full charge: 487 Wh of 504 Wh',
              'min cell: 3.61 V',
              'max cell: 3.63 V',
              'average power: 214 W',
              'tyre pressure: unknown',
            ]),
          ],
        },
      ),
      sorted('8d 09:20', 'tom', {
        folder: 'repairs',
        team: 'atelier',
        tags: ['ebike', 'english', 'warranty'],
        to: 'nadia',
      }),
      replies(
        '8d 10:00',
        'nadia',
        `Hello Mike,
        Your battery is in very good health (97%), so something else is taking the energy. The average power of 214 W is high.
        Could you check the **tyre pressure** and whether the rear brake rubs? Lift the wheel and spin it: it should turn at least five times.`,
      ),
      says(
        '20h',
        `It turns once and a half and makes a sad noise. I pumped the tyres too, they were at 1.2 bar. I feel a little ashamed. Should I bring it in for the brake?`,
      ),
    ],
  },
  {
    customer: 'barbier',
    subject: 'Réclamation : délai de réparation',
    turns: [
      says(
        '10d 09:00',
        `Madame, Monsieur,
        J'ai déposé mon vélo il y a neuf jours pour un simple changement de cassette, annoncé pour trois jours. Je n'ai reçu aucune nouvelle. Je trouve cela inadmissible.
        Jean-Luc Barbier`,
      ),
      sorted('10d 09:30', 'lea', { folder: 'repairs', team: 'atelier', priority: 'high', to: 'lea' }),
      notes('10d 09:40', 'lea', `Hugo, où en est ce vélo ? La fiche n'a pas bougé depuis le dépôt.`),
      notes(
        '10d 10:20',
        'hugo',
        `Cassette livrée dans la mauvaise version, recommandée, et personne n'a prévenu M. Barbier. **C'est notre faute.**`,
      ),
      replies(
        '10d 10:45',
        'lea',
        `Monsieur,
        Vous avez raison, et je vous prie d'accepter nos excuses : la pièce reçue n'était pas la bonne et nous aurions dû vous en avertir.
        Votre vélo sera prêt **après-demain à 17 h**. La main-d'œuvre vous est offerte.`,
      ),
      says(
        '23h',
        `Le vélo était prêt à l'heure dite, je le reconnais. Mais le dérailleur saute sur le quatrième pignon. J'espère qu'il ne faudra pas neuf jours de plus.`,
      ),
    ],
  },
  {
    customer: 'sophie',
    subject: 'Écran cassé pendant le transport',
    turns: [
      says(
        '11d 16:30',
        `Bonjour,
        Mon Volt 3 est arrivé ce matin. L'emballage était intact mais l'écran affiche E02 et ne réagit plus aux boutons.
        [image]
        Je vous remercie de me dire comment procéder.
        Sophie Nguyen // Atelier Nguyen, céramique`,
        { image: display('ecran.png', 'E02') },
      ),
      sorted('11d 17:00', 'ines', {
        folder: 'warranty',
        team: 'atelier',
        tags: ['ebike', 'warranty'],
        to: 'nadia',
      }),
      replies(
        '10d 09:30',
        'nadia',
        `Bonjour Madame Nguyen,
        Le code E02 signale un câble mal enfoncé. Pourriez-vous suivre ces étapes ?
        1. éteindre le vélo et retirer la batterie ;
        2. débrancher puis rebrancher la fiche verte derrière l'écran, **jusqu'au clic** ;
        3. remettre la batterie et rallumer.
        Si le code persiste, nous vous enverrons un écran neuf sans attendre le retour de l'ancien.`,
      ),
      says(
        '26h',
        `Bonjour, j'ai entendu le clic, j'ai même applaudi, mais E02 est revenu ce matin avec la pluie. Je veux bien l'écran neuf. À la même adresse, s'il vous plaît.`,
      ),
    ],
  },
];
