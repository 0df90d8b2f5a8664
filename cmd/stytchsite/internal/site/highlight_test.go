package site

import "testing"

func TestGo(t *testing.T) {
	t.Parallel()
	p := &page{Path: "checks/x.html"}
	for _, test := range []struct {
		code  string
		wrong bool
		want  string
	}{
		{"if a < 1 {\n\tf('b') // c\n}\n", true, `<span class="ln"><span class="k">if</span> a &lt; <span class="n">1</span> {</span>` + "\n" +
			`<span class="ln">	f(<span class="s">&#39;b&#39;</span>) <span class="c">// c</span></span>` + "\n" + `<span class="ln">}</span>`},
		{`"session_not_found"`, true, `<span class="ln"><a class="s" href="../codes/session_not_found.html">&#34;session_not_found&#34;</a></span>`},
		{`"session_expired"`, true, `<span class="ln"><a class="s wrong" href="../names.html#session_expired">&#34;session_expired&#34;</a></span>`},
		{`"session_expired"`, false, `<span class="ln"><a class="s" href="../names.html#session_expired">&#34;session_expired&#34;</a></span>`},
		{`"sesion_not_found"`, true, `<span class="ln"><a class="s wrong" href="../codes/session_not_found.html">&#34;sesion_not_found&#34;</a></span>`},
		{`"unauthorized" "my_own"`, true, `<span class="ln"><span class="s">&#34;unauthorized&#34;</span> <span class="s">&#34;my_own&#34;</span></span>`},
		{"/* a\nb */", true, `<span class="ln"><span class="c">/* a</span></span>` + "\n" + `<span class="ln"><span class="c">b */</span></span>`},
		{"$ <no Go>", true, `<span class="ln">$ &lt;no Go&gt;</span>`},
	} {
		if got := string(p.Go(test.code, test.wrong)); got != test.want {
			t.Errorf("%s\nis  %s\nnot %s", test.code, got, test.want)
		}
	}
}
