// A Blazor Server circuit without a browser: it loads a page as a signed-in person, opens the page's islands and takes their render batches.
// Messages as blazor.web.js 10.0 exchanges them; nothing is drawn.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { handlersIn } from './render-batch.mjs';

const STATE = /<!--\s*Blazor-Server-Component-State:([A-Za-z0-9+/=]+)-->/;
const MARKER = /<!--\s*Blazor:(\{.*?\})-->/g;
const PATIENCE = 60_000;
const WINDOW = { left: 0, top: 0, right: 1000, bottom: 600, width: 1000, height: 600 };

/** Cookies and forms of one person. */
export class Person {
  #cookies = new Map();

  constructor(address) {
    this.address = address;
  }

  get cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async register(name) {
    const page = await this.get('/account/register');
    const fields = new URLSearchParams({ _handler: 'register', __RequestVerificationToken: tokenIn(page), Name: name, Password: `${name} has a long password` });
    const answer = await this.#fetch('/account/register', { method: 'POST', body: fields });
    if (answer.status >= 400 || answer.status < 300) throw new Error(`${name} was not registered: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
    return this;
  }

  async get(path) {
    const answer = await this.#fetch(path, {});
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  }

  async #fetch(path, options) {
    const answer = await fetch(new URL(path, this.address), { ...options, redirect: 'manual', headers: { Cookie: this.cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

/** One open page. */
export class Circuit {
  #waiting = [];
  #handlers = new Map();
  #interop;
  #call = 0;

  static async open(person, path) {
    const page = await person.get(path);
    const circuit = new Circuit();
    await circuit.#start(person, path, markersIn(page), STATE.exec(page)?.[1] ?? '');
    return circuit;
  }

  async #start(person, path, markers, state) {
    if (markers.length === 0) throw new Error(`${path} has no island`);
    const protocol = new MessagePackHubProtocol();
    protocol.name = 'blazorpack';
    this.connection = new HubConnectionBuilder()
      .withUrl(new URL('/_blazor', person.address).href, { headers: { Cookie: person.cookie }, skipNegotiation: true, transport: HttpTransportType.WebSockets })
      .withHubProtocol(protocol).configureLogging(LogLevel.Error).build();
    this.connection.on('JS.RenderBatch', (id, bytes) => this.#take(id, bytes));
    this.connection.on('JS.BeginInvokeJS', (id, name, args) => this.#invoke(id, name, args));
    this.connection.on('JS.Error', message => { this.failure = message; });
    for (const name of ['JS.AttachComponent', 'JS.EndUpdateRootComponents', 'JS.EndInvokeDotNet', 'JS.EndLocationChanging', 'JS.SavePersistedState']) this.connection.on(name, () => {});
    await this.connection.start();
    const id = await this.connection.invoke('StartCircuit', new URL('/', person.address).href, new URL(path, person.address).href, '[]', '');
    if (!id) throw new Error(`${path}: no circuit`);
    const drawn = this.after(() => true);
    const operations = markers.map((marker, at) => ({ type: 'add', ssrComponentId: at + 1, marker }));
    await this.connection.send('UpdateRootComponents', JSON.stringify({ batchId: 1, operations }), state);
    await drawn;
  }

  // The clocks of those who wait come first; what else is done with a batch is not counted.
  #take(id, bytes) {
    this.#waiting = this.#waiting.filter(wait => !wait(bytes));
    this.connection.send('OnRenderCompleted', id, null);
    for (const [name, handler] of handlersIn(bytes)) this.#handlers.set(name, handler);
  }

  /** Whether a batch brings something that listens to this event. */
  attaches(bytes, event) {
    return handlersIn(bytes).some(([name]) => name === event);
  }

  // The island's module is "there" as object 1, and whatever is measured is as large as a window; what else is told goes nowhere.
  #invoke(id, name, args) {
    if (name.endsWith('attachWebRendererInterop')) this.#interop = JSON.parse(args)[1].__dotNetObject;
    const result = name === 'import' ? { __jsObjectId: 1 } : name.endsWith('getBoundingClientRect') ? WINDOW : null;
    if (id) this.connection.send('EndInvokeJSFromDotNet', id, true, JSON.stringify([id, true, result]));
  }

  /** The next batch for which this holds. */
  after(holds) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(this.failure ?? 'a render batch did not come')), PATIENCE);
      this.#waiting.push(bytes => {
        if (!holds(bytes)) return false;
        clearTimeout(late);
        resolve();
        return true;
      });
    });
  }

  /** Sends an event of the page, as a hand on it would. */
  send(event, args) {
    const handler = this.#handlers.get(event);
    if (handler === undefined) throw new Error(`nothing on this page listens to ${event}`);
    const told = [{ eventHandlerId: handler, eventName: event, eventFieldInfo: null }, args];
    return this.connection.send('BeginInvokeDotNetFromJS', String(++this.#call), null, 'DispatchEventAsync', this.#interop, JSON.stringify(told));
  }
}

const tokenIn = page => /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(page)[1];

// Each island has a marker before it, which describes it, and one behind it.
const markersIn = page => [...page.matchAll(MARKER)].map(([, json]) => JSON.parse(json)).filter(marker => marker.type === 'server');
