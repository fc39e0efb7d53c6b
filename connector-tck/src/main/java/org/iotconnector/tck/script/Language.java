package org.iotconnector.tck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Every statement there is. */
final class Language {
    static final List<Form> FORMS = collect();

    private static final Pattern TYPE = Pattern.compile("(\\.\\.\\.)?:[A-Z]+>");

    private Language() {}

    private static List<Form> collect() {
        List<Form> forms = new ArrayList<>();
        forms.addAll(SettingForms.FORMS);
        forms.addAll(UserForms.FORMS);
        forms.addAll(ConnectForms.FORMS);
        forms.addAll(PacketForms.FORMS);
        forms.addAll(ExpectForms.FORMS);
        return List.copyOf(forms);
    }

    /** The tables of {@code docs/fault-scripts.md}. */
    static String manual() {
        StringBuilder page = new StringBuilder();
        for (Form.Group group : Form.Group.values()) {
            page.append("### ").append(group.title()).append("\n\n| Statement | Meaning |\n|---|---|\n");
            for (Form form : FORMS) {
                if (form.group() == group) {
                    page.append("| `")
                            .append(TYPE.matcher(form.pattern()).replaceAll("$1>"))
                            .append("` | ")
                            .append(form.meaning())
                            .append(" |\n");
                }
            }
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }
}
