// Run by HashiCorpParser: reads a JSON array of HCL texts from stdin, and writes for each {"json": …} or {"error": "…"}.
// Argument: the folder whose node_modules has the package.
const { parse } = require(process.argv[1] + "/node_modules/@cdktf/hcl2json");

async function main() {
  const chunks = [];
  for await (const chunk of process.stdin)
    chunks.push(chunk);
  const answers = [];
  for (const text of JSON.parse(Buffer.concat(chunks).toString("utf8"))) {
    try {
      answers.push({ json: await parse("main.tf", text) });
    } catch (error) {
      answers.push({ error: String(error?.message ?? error) });
    }
  }
  process.stdout.write(JSON.stringify(answers), () => process.exit(0));
}

main();
