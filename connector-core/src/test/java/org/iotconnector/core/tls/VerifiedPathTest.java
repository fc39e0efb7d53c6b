package org.iotconnector.core.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.iotconnector.core.tls.TestCertificates.Issued;
import org.junit.jupiter.api.Test;

class VerifiedPathTest {
    private static final Issued ROOT = TestCertificates.authority("CN=Root");
    private static final Issued MIDDLE =
            TestCertificates.of("CN=Middle").issuedBy(ROOT).asAuthority().create();
    private static final Issued LEAF =
            TestCertificates.of("CN=leaf").issuedBy(MIDDLE).create();

    @Test
    void of_chainWithoutItsRoot_endsAtTheTrustedRoot() {
        assertThat(path(ROOT, LEAF, MIDDLE)).containsExactly(certificates(LEAF, MIDDLE, ROOT));
    }

    @Test
    void of_chainInWrongOrderWithARepetition_isPutInOrder() {
        assertThat(path(ROOT, LEAF, ROOT, MIDDLE, MIDDLE)).containsExactly(certificates(LEAF, MIDDLE, ROOT));
    }

    @Test
    void of_strangersInTheChain_leavesThemOut() {
        Issued stranger = TestCertificates.authority("CN=Stranger");
        Issued sameName = TestCertificates.authority("CN=Middle");

        assertThat(path(ROOT, LEAF, sameName, stranger, MIDDLE)).containsExactly(certificates(LEAF, MIDDLE, ROOT));
    }

    @Test
    void of_trustedIntermediate_endsThere() {
        assertThat(path(MIDDLE, LEAF, MIDDLE, ROOT)).containsExactly(certificates(LEAF, MIDDLE));
    }

    @Test
    void of_trustedLeaf_isTheLeafAlone() {
        assertThat(path(LEAF, LEAF, MIDDLE)).containsExactly(certificates(LEAF));
    }

    private static List<X509Certificate> path(Issued anchor, Issued... chain) {
        return VerifiedPath.of(certificates(chain), List.of(anchor.certificate()));
    }

    private static X509Certificate[] certificates(Issued... issued) {
        return Arrays.stream(issued).map(Issued::certificate).toArray(X509Certificate[]::new);
    }
}
