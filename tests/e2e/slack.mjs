// Starts the emulated Slack. Usage: node slack.mjs PORT URL_OF_THE_BOT SETTINGS_AS_JSON
//
// Event subscriptions can only be registered through the plugin's own `webhooks`, so that is
// reached by wrapping its `register`. The module with the plugin has a hash in its name.
import { readdir, readFile } from "node:fs/promises";
import { createEmulator } from "emulate";

const [port, bot, settings] = process.argv.slice(2);
const dist = new URL("./node_modules/emulate/dist/", import.meta.url);

async function findPlugin() {
  for (const name of await readdir(dist)) {
    if (!name.startsWith("dist-") || !name.endsWith(".js")) continue;
    if (!(await readFile(new URL(name, dist), "utf8")).includes("slackPlugin")) continue;
    return (await import(new URL(name, dist))).slackPlugin;
  }
  throw new Error("emulate has no Slack plugin in this version");
}

const plugin = await findPlugin();
const register = plugin.register;
plugin.register = function (app, store, webhooks, ...rest) {
  webhooks.register({ url: bot, events: ["*"], active: true, owner: "slack" });
  return register.call(this, app, store, webhooks, ...rest);
};

const slack = await createEmulator({
  service: "slack",
  port: Number(port),
  seed: { slack: JSON.parse(settings) },
});
console.log(slack.url);
