import { testCompositor, newsStyle, RIGID } from "./support/compositor.ts";
import { inventedStories } from "./support/invented-news.ts";
import { typstLines } from "./support/typst.ts";
const c = await testCompositor();
const stories = inventedStories();
console.log(stories.map(s=>s.join(" ").split(" ").length).join(" "), stories[0].slice(0,3));
const hyphenation={language:"en-us",shortestWord:2,before:2,after:3,ladder:0,capitals:true,lastWord:true} as const;
for (const w of [110, 130, 204]) for (const mode of ["simple","optimized"] as const) {
  const style = mode==="simple"? newsStyle({justification:RIGID,hyphenation}) : newsStyle({composer:"optimum-fit",hyphenation,justification:{...RIGID,wordSpace:{min:66.67,desired:100,max:150}}});
  let t=performance.now();
  const theirs = typstLines({stories,widthPt:w,linebreaks:mode,sizePt:9.5,indentPt:9});
  const t1=performance.now()-t; t=performance.now();
  const ours = stories.map(s=>s.map(p=>c.compose({runs:[{text:p}],style,widthPt:w}).lines.length));
  const t2=performance.now()-t;
  const sum=(x:readonly number[])=>x.reduce((a,b)=>a+b,0);
  const rel = ours.map((s,i)=>[sum(s),sum(theirs[i]),((sum(s)/sum(theirs[i])-1)*100).toFixed(1)].join("/"));
  const diff = ours.flatMap((s,i)=>s.map((n,k)=>n-theirs[i][k])).reduce((m,d)=>(m[d]=(m[d]??0)+1,m),{} as Record<number,number>);
  console.log(w,mode,t1.toFixed(0),t2.toFixed(0),JSON.stringify(diff),rel.join(" "));
}
