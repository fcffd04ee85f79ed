import { describe, expect, it } from 'vitest';
import {
  fillVariables,
  firstNameOf,
  unfilledVariables,
  unknownVariables,
  withVariables,
} from './canned-variables.ts';

const anne = {
  'customer.name': 'Anne Martin',
  'customer.first_name': 'Anne',
  'ticket.number': '1042',
  'agent.name': 'Léa Moreau',
};

describe('the variables of a canned reply', () => {
  it.each([
    ['<p>Bonjour {{customer.first_name}},</p>', '<p>Bonjour Anne,</p>'],
    ['<p>Bonjour {{ customer.name }}</p>', '<p>Bonjour Anne Martin</p>'],
    ['{{customer.first_name|Madame, Monsieur}}', 'Anne'],
    ['{{workspace.name|notre équipe}}', 'notre équipe'],
    ['{{workspace.name|}}', ''],
    ['{{workspace.name}}', '{{workspace.name}}'],
    ['{{customer.age|x}}', '{{customer.age|x}}'],
    ['{{ticket.number}} et {{ticket.number}}', '1042 et 1042'],
  ])('LIV-19 %j becomes %j', (html, expected) => {
    expect(fillVariables(html, anne)).toBe(expected);
  });

  it('S12 a customer’s name is never markup', () => {
    const values = { 'customer.name': '<img src=x onerror="y()"> & {{agent.name}}' };
    expect(fillVariables('<p>{{customer.name}}</p>', values)).toBe(
      '<p>&lt;img src=x onerror=&quot;y()&quot;&gt; &amp; {{agent.name}}</p>',
    );
  });

  it('LIV-19 what was not filled is found before sending', () => {
    expect(unfilledVariables('<p>{{ticket.subject}}, {{x}} et {{ticket.subject}}</p>')).toEqual([
      '{{ticket.subject}}',
      '{{x}}',
    ]);
    expect(unfilledVariables('<p>{ok} }}</p>')).toEqual([]);
  });

  it.each([
    ['<p>{{customer.name|x}} {{agent.name}}</p>', []],
    ['<p>{{customer.age}}</p>', ['{{customer.age}}']],
    ['<p>{{customer.<b>name</b>}}</p>', ['{{customer.', '}}']],
    ['<p>{{customer.name</p>', ['{{customer.name']],
    ['<p>{{}}</p>', ['{{}}']],
  ])('LIV-19 unknown in %j: %j', (html, expected) => {
    expect(unknownVariables(html)).toEqual(expected);
  });

  it.each([
    ['<p>Bonjour Anne,</p>', '<p>Bonjour {{customer.first_name}},</p>'],
    ['<p>Bonjour Anne Martin,</p>', '<p>Bonjour {{customer.name}},</p>'],
    ['<p>Annecy et Suzanne</p>', '<p>Annecy et Suzanne</p>'],
    ['<p>Demande n° 1042, code 10421</p>', '<p>Demande n° {{ticket.number}}, code 10421</p>'],
    [
      '<a href="https://x.example/1042">Anne</a>',
      '<a href="https://x.example/1042">{{customer.first_name}}</a>',
    ],
    ['<p>Bien à vous, Léa Moreau</p>', '<p>Bien à vous, {{agent.name}}</p>'],
  ])('CHP-11 %j is kept as %j', (html, expected) => {
    expect(withVariables(html, anne)).toBe(expected);
  });

  it('CHP-11 takes no short number and no name that is not known for a variable', () => {
    expect(withVariables('<p>7 jours pour A.</p>', { 'ticket.number': '7', 'customer.name': '' })).toBe(
      '<p>7 jours pour A.</p>',
    );
    expect(withVariables('<p>Chez M. & Cie (Lyon)</p>', { 'customer.name': 'Cie (Lyon)' })).toBe(
      '<p>Chez M. & {{customer.name}}</p>',
    );
  });

  it.each([
    ['Anne Martin', 'Anne'],
    ['Mme Martin', ''],
    ['anne@client.example', ''],
    ['', ''],
  ])('the first name of %j is %j', (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});
