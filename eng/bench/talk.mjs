// Many people on one page without as many browsers; prints one line of JSON.
//   node talk.mjs comments ADDRESS PATH SCREENS COMMENTS   from a click on "Comment" to the render batch with the new text, on each screen
//   node talk.mjs broadcast ADDRESS SCREENS MESSAGES BYTES from a call to a bare hub to its message, on each client
//   node talk.mjs idle ADDRESS PATH PROBE CIRCUITS [NAME]  live bytes of the process before and after that many circuits were opened
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { Circuit, Person } from './circuit.mjs';

const PEOPLE = 5; // who may say 20 things each in ten minutes
const AT_ONCE = 8;
const FIRST = 20; // circuits that are open before the count begins: what a process loads once is not theirs
const QUIET = 3000;

async function comments(address, path, screens, total) {
  const people = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await new Person(address).register(`talker-${i}`));
  const authors = await openMany(people, path, PEOPLE);
  const watchers = await openMany(people, path, screens);
  await pause(QUIET);
  const milliseconds = [];
  let bytes = 0;
  for (let i = -PEOPLE; i < total; i++) { // each of the authors once before it counts
    const said = await say(authors.at(i % PEOPLE), watchers, `Remark-${String(i).padStart(4, '0')}: [n1] rests on one source, says **who**?`);
    if (i < 0) continue;
    milliseconds.push(...said.milliseconds);
    bytes = said.bytes;
  }
  return { milliseconds, bytes };
}

async function say(author, watchers, words) {
  const mark = Buffer.from(words.slice(0, 11));
  await author.send('input', { value: words });
  const boxIsNew = author.after(batch => author.attaches(batch, 'input'));
  let clicked, bytes;
  const seen = watchers.map(watcher => watcher.after(batch => holds(batch, mark) && (bytes = batch.byteLength)).then(() => performance.now() - clicked));
  clicked = performance.now();
  await author.send('submit', {});
  const milliseconds = await Promise.all(seen);
  await boxIsNew;
  return { milliseconds, bytes };
}

async function broadcast(address, screens, total, bytes) {
  const clients = await Promise.all(Array.from({ length: screens + 1 }, async () => {
    const client = new HubConnectionBuilder().withUrl(new URL('/say', address).href, { skipNegotiation: true, transport: HttpTransportType.WebSockets }).configureLogging(LogLevel.Error).build();
    client.on('said', words => client.heard?.(words));
    await client.start();
    return client;
  }));
  const [author, ...watchers] = clients;
  const milliseconds = [];
  for (let i = -PEOPLE; i < total; i++) {
    let clicked;
    const seen = watchers.map(watcher => new Promise(heard => { watcher.heard = heard; }).then(() => performance.now() - clicked));
    clicked = performance.now();
    await author.send('say', 'x'.repeat(bytes));
    const times = await Promise.all(seen);
    if (i >= 0) milliseconds.push(...times);
  }
  return { milliseconds };
}

async function idle(address, path, probe, total, name) {
  const person = new Person(address);
  if (name) await person.register(name);
  const open = await openMany([person], path, FIRST);
  const before = await liveBytes(probe);
  open.push(...await openMany([person], path, total));
  const after = await liveBytes(probe);
  if (open.some(circuit => circuit.failure)) throw new Error(open.find(circuit => circuit.failure).failure);
  return { before, after };
}

async function openMany(people, path, count) {
  const circuits = new Array(count);
  let next = 0;
  const open = async () => { for (let i; (i = next++) < count;) circuits[i] = await Circuit.open(people[i % people.length], path); };
  await Promise.all(Array.from({ length: AT_ONCE }, open));
  return circuits;
}

async function liveBytes(probe) {
  await pause(QUIET);
  return Number(await text(connect(probe)));
}

const holds = (batch, mark) => Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength).includes(mark);

const [verb, ...given] = process.argv.slice(2);
const verbs = { comments, broadcast, idle };
const measured = await verbs[verb](...given.map(value => /^\d+$/.test(value) ? Number(value) : value));
process.stdout.write(JSON.stringify(measured) + '\n', () => process.exit(0)); // the connections end with the process
